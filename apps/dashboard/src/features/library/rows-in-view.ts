export type PlacedRow = { index: number; start: number };

/**
 * The rows that a window shows, and `ahead` more on either side. `starts` says where each row starts
 * and, after the last, where that ends; all of it in pixels from the top of the first.
 */
export function rowsInView(
  starts: readonly number[],
  view: { from: number; until: number },
  ahead: number,
): PlacedRow[] {
  const count = starts.length - 1;
  if (count < 1) return [];
  const first = Math.max(0, rowAt(starts, view.from) - ahead);
  const last = Math.min(count - 1, rowAt(starts, view.until) + ahead);
  return starts.slice(first, last + 1).map((start, place) => ({ index: first + place, start }));
}

/** Where each row starts, and where the last ends. */
export function rowStarts(heights: readonly number[]): number[] {
  let start = 0;
  return [0, ...heights.map((height) => (start += height))];
}

/** The row at a height, or the first or last. */
function rowAt(starts: readonly number[], y: number): number {
  let [low, high] = [0, starts.length - 2];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((starts[middle] ?? 0) <= y) low = middle;
    else high = middle - 1;
  }
  return low;
}
