"use client";

import type { Media } from "@genie/directus-client";
import { EyeOff } from "lucide-react";
import { useState } from "react";
import { cn } from "#components/ui/cn.ts";
import { Thumbnail } from "#components/ui/thumbnail.tsx";
import { tileRatio } from "#features/media/tile-shape.ts";
import { composerMessages } from "#messages/composer-messages.ts";
import { useMessages } from "#messages/use-messages.ts";

/** As many are shown; the last one says how many more there are. */
const shownCount = 4;

type PreviewMediaProps = {
  media: readonly Media[];
  /** What stands over them until somebody looks; null when nothing does. */
  cover: string | null;
};

/** One to four pictures as timelines lay them out, covered where the platform covers them. */
export function PreviewMedia({ media, cover }: PreviewMediaProps) {
  const [isOpen, setOpen] = useState(false);
  const { previewText: text } = useMessages(composerMessages).composer;
  if (media.length === 0) return null;
  const isCovered = cover !== null && !isOpen;
  return (
    <div className="grid gap-1.5">
      {cover !== null && (
        <p className="flex items-center gap-1.5 rounded-control bg-sunken px-2 py-1 text-xs text-ink-soft">
          <EyeOff aria-hidden className="size-4 shrink-0" />
          <span className="grow">{cover}</span>
          <button
            type="button"
            aria-expanded={isOpen}
            aria-label={isOpen ? text.cover : text.uncover}
            onClick={() => setOpen(!isOpen)}
            className="rounded-control px-1.5 py-0.5 font-strong text-accent hover:underline pointer-coarse:min-h-11"
          >
            {isOpen ? text.hide : text.show}
          </button>
        </p>
      )}
      <ul
        className={cn(
          "grid gap-0.5 overflow-hidden rounded-card border border-line",
          media.length > 1 && "grid-cols-2",
        )}
      >
        {media.slice(0, shownCount).map((item, place) => (
          <li
            key={item.id}
            style={{ aspectRatio: media.length === 1 ? tileRatio(item) : 1 }}
            className={cn("relative", media.length === 3 && place === 0 && "row-span-2 h-full")}
          >
            <Thumbnail
              file={isCovered ? null : item.file}
              alt=""
              className={cn("size-full", isCovered && "*:invisible")}
            />
            {item.altText.trim() !== "" && !isCovered && (
              <span
                aria-hidden
                className="absolute right-1 bottom-1 rounded-control bg-ink px-1 text-xs font-strong text-page"
              >
                ALT
              </span>
            )}
            {place === shownCount - 1 && media.length > shownCount && (
              <span className="absolute inset-0 grid place-items-center bg-scrim text-lg font-strong text-page">
                {text.more(media.length - shownCount)}
              </span>
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}
