"use client";

import type { Media, Viewer } from "@genie/directus-client";
import { ChevronLeft, ChevronRight, ImagePlus, X } from "lucide-react";
import { useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { Dialog } from "#components/ui/dialog.tsx";
import { Thumbnail } from "#components/ui/thumbnail.tsx";
import { mediaLabel } from "#features/media/media-label.ts";
import { MediaPicker } from "#features/media/media-picker.tsx";
import { useMessages } from "#messages/use-messages.ts";
import { moveItem } from "./move-item.ts";

type MediaStripProps = {
  viewer: Viewer;
  media: Media[];
  limit: number;
  problem: string | undefined;
  onChange: (media: Media[]) => void;
};

/** The media of the post in their order. */
export function MediaStrip({ viewer, media, limit, problem, onChange }: MediaStripProps) {
  const messages = useMessages();
  const { actions, composer } = messages;
  const [picking, setPicking] = useState(false);
  return (
    <fieldset
      aria-label={composer.media}
      data-invalid={problem === undefined ? undefined : ""}
      className="grid min-w-0 gap-1.5"
    >
      <p aria-hidden className="text-sm font-strong">
        {composer.media}
      </p>
      <ul className="flex flex-wrap gap-2">
        {media.map((item, index) => (
          <li key={item.id} className="grid w-24 gap-1">
            <div className="relative">
              <Thumbnail
                file={item.file}
                alt={mediaLabel(item, messages)}
                className="size-24 rounded-control"
              />
              <button
                type="button"
                aria-label={composer.removeMedia(index + 1)}
                onClick={() => onChange(media.filter(({ id }) => id !== item.id))}
                className="absolute top-1 right-1 grid size-7 place-items-center rounded-control border border-line bg-card text-ink pointer-coarse:size-8"
              >
                <X aria-hidden className="size-4" />
              </button>
            </div>
            {media.length > 1 && (
              <div className="flex justify-between">
                <Button
                  variant="quiet"
                  size="icon"
                  className="size-8 pointer-coarse:size-11"
                  disabled={index === 0}
                  aria-label={composer.moveEarlier(index + 1)}
                  onClick={() => onChange(moveItem(media, index, index - 1))}
                >
                  <ChevronLeft aria-hidden />
                </Button>
                <Button
                  variant="quiet"
                  size="icon"
                  className="size-8 pointer-coarse:size-11"
                  disabled={index === media.length - 1}
                  aria-label={composer.moveLater(index + 1)}
                  onClick={() => onChange(moveItem(media, index, index + 1))}
                >
                  <ChevronRight aria-hidden />
                </Button>
              </div>
            )}
          </li>
        ))}
        <li>
          <button
            type="button"
            onClick={() => setPicking(true)}
            className="grid size-24 place-content-center justify-items-center gap-1 rounded-control border border-dashed border-control text-ink-soft hover:bg-sunken hover:text-ink"
          >
            <ImagePlus aria-hidden className="size-5" />
            <span>{composer.addMedia}</span>
          </button>
        </li>
      </ul>
      {problem !== undefined && (
        <p role="alert" className="text-danger">
          {problem}
        </p>
      )}
      <Dialog
        open={picking}
        onOpenChange={setPicking}
        title={composer.addMedia}
        description={composer.mediaHint}
        closeLabel={actions.close}
      >
        <MediaPicker
          viewer={viewer}
          chosen={media}
          limit={limit}
          onDone={(chosen) => {
            onChange(chosen);
            setPicking(false);
          }}
        />
      </Dialog>
    </fieldset>
  );
}
