"use client";

/* oxlint-disable jsx-a11y/prefer-tag-over-role -- a table can't leave out the rows that are out of view */

import type { Media } from "@genie/directus-client";
import type { LibraryOrder } from "@genie/schema";
import { useEffect, useMemo } from "react";
import type { LibraryView } from "#features/device/device-preferences.ts";
import { tileRatio } from "#features/media/tile-shape.ts";
import { useAddress } from "#features/shell/use-address.ts";
import { libraryMessages } from "#messages/library-messages.ts";
import { useMessages } from "#messages/use-messages.ts";
import { GridCells } from "./grid-cells.tsx";
import { justifiedRows, type TileRow } from "./justified-rows.ts";
import { ListHeader } from "./list-header.tsx";
import { useBox } from "./use-box.ts";
import { useGridHands } from "./use-grid-hands.ts";
import { useKeptScroll } from "./use-kept-scroll.ts";
import { useRowsInView } from "./use-rows-in-view.ts";
import type { LibrarySelection } from "./use-selection.ts";

const gap = 4;
/** Below a picture: its caption and a figure. */
const wordsHeight = 28;
const listRowHeight = 72;
const rowsAhead = 6;

type LibraryGridProps = {
  media: readonly Media[];
  view: LibraryView;
  order: LibraryOrder;
  /** Changes when another list is shown. */
  listKey: string;
  selection: LibrarySelection;
  hasMore: boolean;
  onMore: () => void;
  onDelete: (ids: readonly string[]) => void;
  /** Something in it has the focus: it is about to be opened or selected. */
  onReached: () => void;
};

/** The entries that are in view, of however many, in rows of pictures or as a list; all of it by keyboard. */
export function LibraryGrid(props: LibraryGridProps) {
  const { media, view, order, listKey, selection, hasMore, onMore, onDelete, onReached } = props;
  const { library } = useMessages(libraryMessages);
  const address = useAddress();
  const [ref, { width, top }] = useBox();
  const rows = useMemo(() => rowsOf(media, view, width), [media, view, width]);
  const below = view === "grid" ? wordsHeight + gap : 0;
  const heights = useMemo(() => rows.map(({ height }) => height + below), [rows, below]);
  const { shown, totalHeight, showRow } = useRowsInView(heights, top);
  useKeptScroll(`${view} ${listKey}`, width > 0);
  const hands = useGridHands({
    media,
    rows,
    grid: ref,
    selection,
    onDelete,
    onOpen: (id) => address.go({ item: id }),
    onSchedule: (id) => address.go({ compose: "new", media: id }),
    showRow,
  });

  const isNearEnd = (shown.at(-1)?.index ?? 0) >= rows.length - rowsAhead;
  useEffect(() => {
    if (isNearEnd && hasMore) onMore();
  }, [isNearEnd, hasMore, onMore]);

  return (
    <div
      role="grid"
      aria-label={library.listLabel}
      aria-multiselectable
      aria-rowcount={hasMore ? -1 : rows.length + (view === "list" ? 1 : 0)}
      onFocus={onReached}
      {...hands.handlers}
    >
      {view === "list" && <ListHeader order={order} />}
      <div
        ref={ref}
        role="rowgroup"
        className="relative touch-manipulation"
        style={{ height: totalHeight }}
      >
        {shown.map(({ index, start }) => {
          const row = rows[index];
          return (
            row !== undefined && (
              <div
                key={row.start}
                role="row"
                aria-rowindex={index + (view === "list" ? 2 : 1)}
                className="absolute inset-x-0 top-0 flex"
                style={{ transform: `translateY(${start}px)`, gap }}
              >
                <GridCells
                  media={media.slice(row.start, row.start + row.widths.length)}
                  row={row}
                  view={view}
                  order={order}
                  active={hands.active}
                  selected={selection.ids}
                />
              </div>
            )
          );
        })}
      </div>
    </div>
  );
}

function rowsOf(media: readonly Media[], view: LibraryView, width: number): TileRow[] {
  if (width === 0) return [];
  if (view === "list") {
    return media.map((_, start) => ({ start, height: listRowHeight, widths: [width] }));
  }
  return justifiedRows(media.map(tileRatio), { width, target: width < 640 ? 136 : 208, gap });
}
