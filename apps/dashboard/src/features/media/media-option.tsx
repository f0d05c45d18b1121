"use client";

import type { Media } from "@genie/directus-client";
import { cn } from "#components/ui/cn.ts";
import { Thumbnail } from "#components/ui/thumbnail.tsx";
import { libraryMessages } from "#messages/library-messages.ts";
import { useMessages } from "#messages/use-messages.ts";
import { mediaLabel } from "./media-label.ts";

type MediaOptionProps = {
  media: Media;
  /** Its place among the chosen, from 1; 0 when it is not. */
  place: number;
  /** No more can be chosen. */
  disabled: boolean;
  onToggle: () => void;
};

export function MediaOption({ media, place, disabled, onToggle }: MediaOptionProps) {
  const { library } = useMessages(libraryMessages);
  const label = mediaLabel(media, { library });
  const isChosen = place > 0;
  return (
    <button
      type="button"
      aria-pressed={isChosen}
      aria-label={isChosen ? library.picker.placed(label, place) : label}
      title={media.caption}
      disabled={(disabled && !isChosen) || media.file === null}
      onClick={onToggle}
      className="relative block w-full disabled:opacity-55"
    >
      <Thumbnail
        file={media.file}
        alt=""
        className={cn(
          "aspect-square rounded-control",
          isChosen && "outline-3 -outline-offset-3 outline-accent",
        )}
      />
      {isChosen && (
        <span
          aria-hidden
          className="absolute top-1.5 right-1.5 grid size-6 place-items-center rounded-control bg-accent text-xs font-strong text-on-accent"
        >
          {place}
        </span>
      )}
    </button>
  );
}
