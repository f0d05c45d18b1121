"use client";

/* oxlint-disable jsx-a11y/prefer-tag-over-role -- a table can't leave out the rows that are out of view */

import type { Media } from "@genie/directus-client";
import type { LibraryOrder } from "@genie/schema";
import { CalendarPlus, Images } from "lucide-react";
import { memo } from "react";
import { cn } from "#components/ui/cn.ts";
import { Thumbnail } from "#components/ui/thumbnail.tsx";
import { mediaLabel } from "#features/media/media-label.ts";
import { libraryMessages } from "#messages/library-messages.ts";
import { libraryPageMessages } from "#messages/library-page-messages.ts";
import { useMessages } from "#messages/use-messages.ts";
import { SelectMark } from "./select-mark.tsx";
import { stateOf } from "./state-of.ts";
import { TileFigure } from "./tile-figure.tsx";

type LibraryTileProps = {
  media: Media;
  href: string;
  order: LibraryOrder;
  /** Of the picture, in pixels. */
  width: number;
  height: number;
  isActive: boolean;
  isSelected: boolean;
  /** Something is, so a press selects. */
  isSelecting: boolean;
};

/** An entry in the grid: its picture, the caption and one figure below. */
export const LibraryTile = memo(function LibraryTile(props: LibraryTileProps) {
  const { media, href, order, width, height, isActive, isSelected, isSelecting } = props;
  const { library } = useMessages(libraryMessages);
  const { libraryPage: text } = useMessages(libraryPageMessages);
  const label = mediaLabel(media, { library });
  // A post without media is kept as a gallery of none.
  const isText = media.kind === "gallery" && media.file === null;
  return (
    <div
      role="gridcell"
      aria-selected={isSelected}
      data-cell
      className="group relative shrink-0"
      style={{ width }}
    >
      <a
        href={href}
        data-media={media.id}
        tabIndex={isActive ? 0 : -1}
        draggable={false}
        className="relative block overflow-hidden rounded-control select-none [-webkit-touch-callout:none] focus-visible:outline-offset-1"
        style={{ height }}
      >
        <span className="sr-only">
          {[label, stateOf(media, { library })].filter(Boolean).join(". ")}
        </span>
        {isText ? (
          <span aria-hidden data-sensitive className="absolute inset-0 bg-sunken p-3 text-ink-soft">
            <span className="line-clamp-5">{media.caption}</span>
          </span>
        ) : (
          <Thumbnail
            file={media.file}
            alt=""
            sizes={`${Math.round(width)}px`}
            className={cn("absolute", isSelected ? "inset-2 rounded-control" : "inset-0")}
          />
        )}
        {isSelected && (
          <span aria-hidden className="absolute inset-0 rounded-control border-3 border-accent" />
        )}
        {media.kind === "gallery" && !isText && (
          <span className="absolute right-1.5 bottom-1.5 rounded-control bg-card p-1 text-ink-soft">
            <Images aria-hidden className="size-4" />
          </span>
        )}
      </a>
      <SelectMark
        label={text.select(label)}
        isSelected={isSelected}
        className={cn(
          "absolute top-1.5 left-1.5",
          !isSelecting && "opacity-0 group-hover:opacity-100 pointer-coarse:hidden",
        )}
      />
      {!isSelecting && media.file !== null && media.deletedAt === null && (
        <button
          type="button"
          tabIndex={-1}
          data-does="schedule"
          aria-label={text.scheduleOne(label)}
          title={library.detail.schedule}
          className="absolute top-1.5 right-1.5 grid size-7 place-items-center rounded-control bg-card text-ink opacity-0 group-hover:opacity-100 pointer-coarse:hidden"
        >
          <CalendarPlus aria-hidden className="size-4" />
        </button>
      )}
      <p aria-hidden className="flex h-7 items-center gap-2 px-0.5 text-xs text-ink-soft">
        <span data-sensitive className="min-w-0 flex-1 truncate" title={media.caption}>
          {media.caption || library.noCaption}
        </span>
        <TileFigure media={media} order={order} />
      </p>
    </div>
  );
});
