"use client";

import type { Media, Viewer } from "@genie/directus-client";
import type { MediaWork } from "@genie/schema";
import { CalendarPlus, RotateCcw, Tag, Trash2 } from "lucide-react";
import { lazy, Suspense, useState } from "react";
import { Button, ButtonLink } from "#components/ui/button.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { useSentence } from "#features/http/use-sentence.ts";
import { useBin } from "#features/library/use-bin.ts";
import { workIcons, workNames } from "#features/media-work/work-icons.ts";
import { reasonAgainst } from "#features/media-work/workable.ts";
import { AddressLink } from "#features/shell/address-link.tsx";
import { libraryMessages } from "#messages/library-messages.ts";
import { libraryPageMessages } from "#messages/library-page-messages.ts";
import { mediaWorkMessages } from "#messages/media-work-messages.ts";
import { useMessages } from "#messages/use-messages.ts";

const TagDialog = lazy(async () => {
  const { TagDialog: Dialog } = await import("#features/library/tag-dialog.tsx");
  return { default: Dialog };
});
const WorkDialog = lazy(async () => {
  const { WorkDialog: Dialog } = await import("#features/media-work/work-dialog.tsx");
  return { default: Dialog };
});

type MediaActionsProps = {
  viewer: Viewer;
  media: Media;
  displayName: string;
  /** It is in the bin, or back from there. */
  onMoved: () => void;
};

/** What can be done with an entry; from the bin it comes back first. */
export function MediaActions({ viewer, media, displayName, onMoved }: MediaActionsProps) {
  const { library } = useMessages(libraryMessages);
  const { libraryPage } = useMessages(libraryPageMessages);
  const { mediaWork } = useMessages(mediaWorkMessages);
  const text = library.detail;
  const sentence = useSentence();
  const bin = useBin(onMoved);
  const [open, setOpen] = useState<MediaWork | "tag" | null>(null);
  const close = () => setOpen(null);
  if (media.deletedAt !== null) {
    return (
      <Button
        variant="secondary"
        className="justify-self-start"
        busy={bin.restore.isPending}
        onClick={() => bin.restore.mutate([media.id])}
      >
        <RotateCcw aria-hidden />
        {libraryPage.bin.restore}
      </Button>
    );
  }
  return (
    <div className="grid gap-2">
      <div className="flex flex-wrap gap-1.5">
        {media.file !== null && (
          <ButtonLink>
            <AddressLink inPlace to={{ item: null, compose: "new", media: media.id }}>
              <CalendarPlus aria-hidden />
              {text.schedule}
            </AddressLink>
          </ButtonLink>
        )}
        <Button variant="secondary" onClick={() => setOpen("tag")}>
          <Tag aria-hidden />
          {libraryPage.bar.tag}
        </Button>
        {reasonAgainst(media) === null &&
          workNames.map((work) => {
            const Icon = workIcons[work];
            return (
              <Button key={work} variant="secondary" onClick={() => setOpen(work)}>
                <Icon aria-hidden />
                {mediaWork.kinds[work]}
              </Button>
            );
          })}
        <Button
          variant="quiet"
          className="px-2 text-danger hover:bg-danger-soft hover:text-danger"
          busy={bin.remove.isPending}
          onClick={() => bin.remove.mutate([media.id])}
        >
          <Trash2 aria-hidden />
          {text.delete}
        </Button>
      </div>
      {bin.remove.isError && <Notice>{sentence(bin.remove.error)}</Notice>}
      <Suspense>
        {open === "tag" && <TagDialog media={[media]} onClose={close} />}
        {open !== null && open !== "tag" && (
          <WorkDialog
            viewer={viewer}
            displayName={displayName}
            mediaIds={[media.id]}
            work={open}
            onClose={close}
          />
        )}
      </Suspense>
    </div>
  );
}
