"use client";

/* oxlint-disable jsx-a11y/prefer-tag-over-role -- a table can't leave out the rows that are out of view */

import type { Media } from "@genie/directus-client";
import { memo } from "react";
import { cn } from "#components/ui/cn.ts";
import { Moment } from "#components/ui/moment.tsx";
import { Thumbnail } from "#components/ui/thumbnail.tsx";
import { formatCount, formatMoney } from "#features/media/format-figures.ts";
import { MediaFigures } from "#features/media/media-figures.tsx";
import { mediaLabel } from "#features/media/media-label.ts";
import { SourceBadge } from "#features/media/source-badge.tsx";
import { libraryMessages } from "#messages/library-messages.ts";
import { libraryPageMessages } from "#messages/library-page-messages.ts";
import { useMessages } from "#messages/use-messages.ts";
import { listColumns } from "./list-columns.ts";
import { SelectMark } from "./select-mark.tsx";
import { stateOf } from "./state-of.ts";

type LibraryListRowProps = {
  media: Media;
  href: string;
  height: number;
  isActive: boolean;
  isSelected: boolean;
};

/** An entry in the list: its picture, what it is, when it was, and every figure in its column. */
export const LibraryListRow = memo(function LibraryListRow(props: LibraryListRowProps) {
  const { media, href, height, isActive, isSelected } = props;
  const { library } = useMessages(libraryMessages);
  const { libraryPage: text } = useMessages(libraryPageMessages);
  const label = mediaLabel(media, { library });
  const state = stateOf(media, { library });
  const counts = [media.likes, media.comments, media.views];
  return (
    <div
      data-cell
      className={cn(
        listColumns,
        "border-b border-line",
        isSelected ? "bg-accent-soft" : "hover:bg-sunken",
      )}
      style={{ height }}
    >
      <span role="gridcell" aria-selected={isSelected}>
        <SelectMark label={text.select(label)} isSelected={isSelected} />
      </span>
      <span role="gridcell" className="col-span-2 min-w-0">
        <a
          href={href}
          data-media={media.id}
          tabIndex={isActive ? 0 : -1}
          draggable={false}
          className="flex items-center gap-3 rounded-control select-none [-webkit-touch-callout:none]"
        >
          <span className="sr-only">{[label, state].filter(Boolean).join(". ")}</span>
          <Thumbnail
            file={media.file}
            alt=""
            sizes="56px"
            className="size-14 shrink-0 rounded-control"
          />
          <span aria-hidden className="grid min-w-0 flex-1 gap-0.5">
            <span data-sensitive className="truncate" title={media.caption}>
              {media.caption || <span className="text-ink-soft">{library.noCaption}</span>}
            </span>
            <span className="flex min-w-0 items-center gap-2 text-xs text-ink-soft">
              <SourceBadge media={media} className="bg-sunken" />
              {state !== "" && <span className="truncate">{state}</span>}
            </span>
            <span className="md:hidden">
              <MediaFigures media={media} />
            </span>
          </span>
        </a>
      </span>
      <span role="gridcell" className="hidden text-ink-soft md:block">
        <Moment at={media.publishedAt ?? media.createdAt} none="" />
      </span>
      {counts.map((count, column) => (
        <span
          // oxlint-disable-next-line react/no-array-index-key -- columns stay where they are
          key={column}
          role="gridcell"
          data-sensitive
          className="hidden text-right tabular-nums md:block"
        >
          {count === null ? text.noFigure : formatCount(count)}
        </span>
      ))}
      <span role="gridcell" data-sensitive className="hidden text-right tabular-nums md:block">
        {media.earnings === null ? text.noFigure : formatMoney(media.earnings, media.currency)}
      </span>
    </div>
  );
});
