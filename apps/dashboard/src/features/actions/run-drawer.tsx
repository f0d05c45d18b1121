"use client";

import type { Flow, Viewer } from "@genie/directus-client";
import { lazy, Suspense } from "react";
import { Drawer } from "#components/ui/drawer.tsx";
import { Skeleton } from "#components/ui/skeleton.tsx";
import { flowsMessages } from "#messages/flows-messages.ts";
import { useMessages } from "#messages/use-messages.ts";

const FlowRunner = lazy(async () => {
  const { FlowRunner: Runner } = await import("./flow-runner.tsx");
  return { default: Runner };
});
const AgainRunner = lazy(async () => {
  const { AgainRunner: Runner } = await import("./again-runner.tsx");
  return { default: Runner };
});

type RunDrawerProps = {
  flow: Flow | undefined;
  viewer: Viewer;
  /** An earlier run, whose input the form begins with. */
  again?: string | null;
  onClose: () => void;
};

/** Where an action is run by hand. */
export function RunDrawer({ flow, viewer, again = null, onClose }: RunDrawerProps) {
  const { actions, titles } = useMessages();
  const { flows: text } = useMessages(flowsMessages);
  return (
    <Drawer
      keepsEntered
      title={flow?.name ?? titles.actions}
      closeLabel={actions.close}
      onClose={onClose}
    >
      {flow === undefined ? (
        <p>{text.gone}</p>
      ) : (
        <div className="grid grid-cols-1 gap-5">
          {flow.description !== "" && <p className="text-ink-soft">{flow.description}</p>}
          <Suspense fallback={<Skeleton className="h-40" />}>
            {again === null ? (
              <FlowRunner flow={flow} viewer={viewer} />
            ) : (
              <AgainRunner flow={flow} viewer={viewer} again={again} />
            )}
          </Suspense>
        </div>
      )}
    </Drawer>
  );
}
