"use client";

import type { Media, MediaUse, Viewer } from "@genie/directus-client";
import type { MediaWork } from "@genie/schema";
import { CalendarPlus, Trash2 } from "lucide-react";
import { useState } from "react";
import { Button, ButtonLink } from "#components/ui/button.tsx";
import { WorkDialog } from "#features/media-work/work-dialog.tsx";
import { workIcons, workNames } from "#features/media-work/work-icons.ts";
import { reasonAgainst } from "#features/media-work/workable.ts";
import { AddressLink } from "#features/shell/address-link.tsx";
import { useMessages } from "#messages/use-messages.ts";
import { DeleteMediaDialog } from "./delete-media-dialog.tsx";

type MediaActionsProps = {
  viewer: Viewer;
  media: Media;
  /** Undefined until it is known. */
  uses: readonly MediaUse[] | undefined;
  displayName: string;
  onDeleted: () => void;
};

/** What can be done with an entry. */
export function MediaActions({ viewer, media, uses, displayName, onDeleted }: MediaActionsProps) {
  const { library, mediaWork } = useMessages();
  const text = library.detail;
  const [open, setOpen] = useState<MediaWork | "delete" | null>(null);
  const close = () => setOpen(null);
  const { file } = media;
  return (
    <div className="flex flex-wrap gap-1.5">
      {file !== null && (
        <ButtonLink>
          <AddressLink inPlace to={{ item: null, compose: "new", media: media.id }}>
            <CalendarPlus aria-hidden />
            {text.schedule}
          </AddressLink>
        </ButtonLink>
      )}
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
        disabled={uses === undefined}
        onClick={() => setOpen("delete")}
      >
        <Trash2 aria-hidden />
        {text.delete}
      </Button>
      {open !== null && open !== "delete" && (
        <WorkDialog
          viewer={viewer}
          displayName={displayName}
          mediaIds={[media.id]}
          work={open}
          onClose={close}
        />
      )}
      {open === "delete" && uses !== undefined && (
        <DeleteMediaDialog media={media} uses={uses} onClose={close} onDeleted={onDeleted} />
      )}
    </div>
  );
}
