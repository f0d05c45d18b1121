"use client";

import type { Viewer } from "@genie/directus-client";
import type { MediaWork } from "@genie/schema";
import { useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { Dialog } from "#components/ui/dialog.tsx";
import { WorkDialog } from "#features/media-work/work-dialog.tsx";
import { workIcons, workNames } from "#features/media-work/work-icons.ts";
import { libraryPageMessages } from "#messages/library-page-messages.ts";
import { mediaWorkMessages } from "#messages/media-work-messages.ts";
import { useMessages } from "#messages/use-messages.ts";

type WorkMenuProps = {
  viewer: Viewer;
  displayName: string;
  mediaIds: readonly string[];
  onClose: () => void;
};

/** Asks what is to be done with the entries, and then how. */
export function WorkMenu({ viewer, displayName, mediaIds, onClose }: WorkMenuProps) {
  const { actions } = useMessages();
  const { libraryPage } = useMessages(libraryPageMessages);
  const { mediaWork } = useMessages(mediaWorkMessages);
  const [work, setWork] = useState<MediaWork | null>(null);
  if (work !== null) {
    return (
      <WorkDialog
        viewer={viewer}
        displayName={displayName}
        mediaIds={mediaIds}
        work={work}
        onClose={onClose}
      />
    );
  }
  return (
    <Dialog
      open
      onOpenChange={onClose}
      title={libraryPage.bar.workTitle(mediaIds.length)}
      closeLabel={actions.close}
    >
      <ul className="grid gap-2">
        {workNames.map((name) => {
          const Icon = workIcons[name];
          return (
            <li key={name}>
              <Button
                variant="secondary"
                className="h-auto w-full justify-start gap-3 py-3 text-left whitespace-normal"
                onClick={() => setWork(name)}
              >
                <Icon aria-hidden />
                <span className="grid gap-0.5">
                  {mediaWork.kinds[name]}
                  <span className="font-normal text-ink-soft">{mediaWork.descriptions[name]}</span>
                </span>
              </Button>
            </li>
          );
        })}
      </ul>
    </Dialog>
  );
}
