import type { TileRow } from "./justified-rows.ts";

export const moveKeys = [
  "ArrowLeft",
  "ArrowRight",
  "ArrowUp",
  "ArrowDown",
  "Home",
  "End",
  "PageUp",
  "PageDown",
] as const;
export type MoveKey = (typeof moveKeys)[number];

/** How many rows a page key goes. */
const pageRows = 3;

/** The place that a key leads to from a place; the same where there is nothing further. */
export function moveInRows(
  rows: readonly TileRow[],
  place: number,
  key: MoveKey,
  toTheEnd = false,
): number {
  const last = rows.at(-1);
  if (last === undefined) return place;
  const lastPlace = last.start + last.widths.length - 1;
  const rowIndex = rows.findLastIndex(({ start }) => start <= place);
  const row = rows[rowIndex] ?? last;
  const moves: Record<MoveKey, () => number> = {
    ArrowLeft: () => Math.max(0, place - 1),
    ArrowRight: () => Math.min(lastPlace, place + 1),
    Home: () => (toTheEnd ? 0 : row.start),
    End: () => (toTheEnd ? lastPlace : row.start + row.widths.length - 1),
    ArrowUp: () => inRow(rowIndex - 1),
    ArrowDown: () => inRow(rowIndex + 1),
    PageUp: () => inRow(Math.max(0, rowIndex - pageRows)),
    PageDown: () => inRow(Math.min(rows.length - 1, rowIndex + pageRows)),
  };
  return moves[key]();

  /** What stands most nearly above or below. */
  function inRow(index: number): number {
    const target = rows[index];
    if (target === undefined) return place;
    const wanted = centre(row, place - row.start);
    const distances = target.widths.map((_, at) => Math.abs(centre(target, at) - wanted));
    return target.start + distances.indexOf(Math.min(...distances));
  }
}

function centre({ widths }: TileRow, index: number): number {
  const before = widths.slice(0, index).reduce((sum, width) => sum + width, 0);
  return before + (widths[index] ?? 0) / 2;
}
