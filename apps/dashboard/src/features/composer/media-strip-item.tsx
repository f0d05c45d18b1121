"use client";

import type { Media } from "@genie/directus-client";
import { Check, ChevronLeft, ChevronRight, PenLine, X } from "lucide-react";
import { Button } from "#components/ui/button.tsx";
import { cn } from "#components/ui/cn.ts";
import { Thumbnail } from "#components/ui/thumbnail.tsx";
import { mediaLabel } from "#features/media/media-label.ts";
import { composerMessages } from "#messages/composer-messages.ts";
import { libraryMessages } from "#messages/library-messages.ts";
import { useMessages } from "#messages/use-messages.ts";

type MediaStripItemProps = {
  item: Media;
  /** From 0. */
  place: number;
  count: number;
  /** Whether one of the platforms shows descriptions. */
  wantsAltText: boolean;
  /** It is being described. */
  isDescribed: boolean;
  onDescribe: () => void;
  onMove: (to: number) => void;
  onRemove: () => void;
};

export function MediaStripItem(props: MediaStripItemProps) {
  const { item, place, count, wantsAltText, isDescribed, onDescribe, onMove, onRemove } = props;
  const { composer } = useMessages(composerMessages);
  const { library } = useMessages(libraryMessages);
  const position = place + 1;
  const hasAltText = item.altText.trim() !== "";
  return (
    <li className="grid w-24 content-start gap-1">
      <div className="relative">
        <Thumbnail
          file={item.file}
          alt={hasAltText ? item.altText : mediaLabel(item, { library })}
          className="size-24 rounded-control"
        />
        <button
          type="button"
          aria-label={composer.removeMedia(position)}
          onClick={onRemove}
          className="absolute top-1 right-1 grid size-7 place-items-center rounded-control border border-line bg-card text-ink pointer-coarse:size-8"
        >
          <X aria-hidden className="size-4" />
        </button>
      </div>
      {item.kind !== "video" && (
        <button
          type="button"
          data-describe={item.id}
          aria-expanded={isDescribed}
          aria-label={
            hasAltText ? composer.altText.change(position) : composer.altText.write(position)
          }
          onClick={onDescribe}
          className={cn(
            "flex min-h-8 items-center justify-center gap-1 rounded-control border text-xs hover:bg-sunken pointer-coarse:min-h-11",
            !hasAltText && wantsAltText
              ? "border-warn bg-warn-soft text-warn"
              : "border-transparent text-ink-soft hover:text-ink",
          )}
        >
          {hasAltText ? (
            <Check aria-hidden className="size-3.5 text-good" />
          ) : (
            <PenLine aria-hidden className="size-3.5" />
          )}
          {hasAltText ? composer.altText.written : composer.altText.missing}
        </button>
      )}
      {count > 1 && (
        <div className="flex justify-between">
          <Button
            variant="quiet"
            size="icon"
            className="size-8 pointer-coarse:size-11"
            disabled={place === 0}
            aria-label={composer.moveEarlier(position)}
            onClick={() => onMove(place - 1)}
          >
            <ChevronLeft aria-hidden />
          </Button>
          <Button
            variant="quiet"
            size="icon"
            className="size-8 pointer-coarse:size-11"
            disabled={place === count - 1}
            aria-label={composer.moveLater(position)}
            onClick={() => onMove(place + 1)}
          >
            <ChevronRight aria-hidden />
          </Button>
        </div>
      )}
    </li>
  );
}
