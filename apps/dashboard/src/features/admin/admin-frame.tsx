"use client";

import { cn } from "#components/ui/cn.ts";
import { Button } from "#components/ui/button.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { adminMessages } from "#messages/admin-messages.ts";
import { useMessages } from "#messages/use-messages.ts";
import { PanelSkeleton } from "./panel-skeleton.tsx";
import { usePanel } from "./use-panel.ts";

/** Directus' admin panel, in full height beside the rail; it shares our session. */
export function AdminFrame() {
  const { actions, titles } = useMessages();
  const { admin } = useMessages(adminMessages);
  const { frame, src, state, onLoad, reload } = usePanel();
  return (
    <div className="relative -mb-24 h-[calc(100dvh-3.75rem-env(safe-area-inset-bottom))] md:-mb-12 md:h-dvh">
      <h1 className="sr-only">{titles.admin}</h1>
      {state === "loading" && <PanelSkeleton />}
      {state === "failed" && (
        <div className="mx-auto max-w-md px-4 py-12">
          <Notice>
            <p>{admin.failed}</p>
            <Button
              variant="secondary"
              size="small"
              className="justify-self-start"
              onClick={reload}
            >
              {actions.retry}
            </Button>
          </Notice>
        </div>
      )}
      {src !== null && (
        // oxlint-disable-next-line react/iframe-missing-sandbox -- It needs scripts and our origin, and with both a sandbox holds nothing.
        <iframe
          ref={frame}
          src={src}
          title={admin.frame}
          data-sensitive="media"
          onLoad={onLoad}
          className={cn("size-full", state !== "there" && "invisible absolute inset-0")}
        />
      )}
    </div>
  );
}
