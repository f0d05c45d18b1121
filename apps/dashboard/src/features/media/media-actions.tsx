"use client";

import type { Media, MediaUse } from "@genie/directus-client";
import { CalendarPlus, Droplets, Trash2 } from "lucide-react";
import { useState } from "react";
import { Button, ButtonLink } from "#components/ui/button.tsx";
import { AddressLink } from "#features/shell/address-link.tsx";
import { useMessages } from "#messages/use-messages.ts";
import { DeleteMediaDialog } from "./delete-media-dialog.tsx";
import { WatermarkDialog } from "./watermark-dialog.tsx";

// What the worker can write again in the same format.
const watermarked: readonly string[] = ["image/jpeg", "image/png", "image/webp"];

type MediaActionsProps = {
  media: Media;
  /** Undefined until it is known. */
  uses: readonly MediaUse[] | undefined;
  displayName: string;
  onDeleted: () => void;
};

/** What can be done with an entry. */
export function MediaActions({ media, uses, displayName, onDeleted }: MediaActionsProps) {
  const { library } = useMessages();
  const text = library.detail;
  const [open, setOpen] = useState<"delete" | "watermark" | null>(null);
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
      {file !== null && media.kind === "image" && watermarked.includes(file.mime) && (
        <Button variant="secondary" onClick={() => setOpen("watermark")}>
          <Droplets aria-hidden />
          {text.watermark}
        </Button>
      )}
      <Button
        variant="quiet"
        className="px-2 text-danger hover:bg-danger-soft hover:text-danger"
        disabled={uses === undefined}
        onClick={() => setOpen("delete")}
      >
        <Trash2 aria-hidden />
        {text.delete}
      </Button>
      {open === "watermark" && file !== null && (
        <WatermarkDialog media={media} file={file} displayName={displayName} onClose={close} />
      )}
      {open === "delete" && uses !== undefined && (
        <DeleteMediaDialog media={media} uses={uses} onClose={close} onDeleted={onDeleted} />
      )}
    </div>
  );
}
