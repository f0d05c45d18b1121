"use client";

import { readMedia, type Viewer } from "@genie/directus-client";
import type { MediaWork } from "@genie/schema";
import { useQuery } from "@tanstack/react-query";
import { Dialog } from "#components/ui/dialog.tsx";
import { LoadProblem } from "#components/ui/load-problem.tsx";
import { Skeleton } from "#components/ui/skeleton.tsx";
import { libraryKey } from "#features/media/library-key.ts";
import { useProfiles } from "#features/platforms/use-profiles.ts";
import { browserDirectus } from "#features/session/browser-directus.ts";
import { mediaWorkMessages } from "#messages/media-work-messages.ts";
import { useMessages } from "#messages/use-messages.ts";
import { LeftOutNote } from "./left-out-note.tsx";
import { usePresets } from "./use-presets.ts";
import { startValues } from "./work-values.ts";
import { WorkForm } from "./work-form.tsx";
import { tellWorkable } from "./workable.ts";

type WorkDialogProps = {
  viewer: Viewer;
  /** What a watermark says when the entries are of no account. */
  displayName: string;
  /** What is to be worked on. What can't be is said and left out. */
  mediaIds: readonly string[];
  work: MediaWork;
  onClose: () => void;
};

/** Asks how entries are to be worked on, with a preview of the first, and has the copies made. */
export function WorkDialog({ viewer, displayName, mediaIds, work, onClose }: WorkDialogProps) {
  const { actions } = useMessages();
  const { mediaWork: text } = useMessages(mediaWorkMessages);
  const media = useQuery({
    queryKey: [...libraryKey, "some", mediaIds],
    queryFn: () => readMedia(browserDirectus(), mediaIds),
  });
  const profiles = useProfiles(viewer);
  const presets = usePresets(viewer);
  const { workable, leftOut } = tellWorkable(media.data ?? []);
  const [first] = workable;
  // Without presets the work can be done all the same.
  const parts = [media, profiles];
  const isMissing = parts.some(({ isLoadingError }) => isLoadingError);
  const isLoaded = media.data && profiles.data && !presets.isPending;
  return (
    <Dialog
      open
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
      title={text.kinds[work]}
      description={[
        text.descriptions[work],
        first === undefined ? "" : text.originalsStay(workable.length),
      ].join(" ")}
      closeLabel={actions.close}
    >
      <LoadProblem what={text.loadFailed} of={parts} />
      {!isLoaded && !isMissing && <DialogSkeleton label={text.loading} />}
      {isLoaded && <LeftOutNote leftOut={leftOut} all={media.data.length} />}
      {isLoaded && first !== undefined && (
        <WorkForm
          work={work}
          media={workable}
          profiles={profiles.data}
          presets={(presets.data ?? []).filter((preset) => preset.work === work)}
          start={startValues(
            first.account === null ? displayName : `@${first.account.username}`,
            profiles.data[0]?.id,
          )}
          onClose={onClose}
        />
      )}
    </Dialog>
  );
}

function DialogSkeleton({ label }: { label: string }) {
  return (
    <output aria-label={label} className="grid grid-cols-1 gap-5">
      <Skeleton className="aspect-video w-full" />
      <Skeleton className="h-10 w-full" />
      <Skeleton className="h-10 w-full" />
    </output>
  );
}
