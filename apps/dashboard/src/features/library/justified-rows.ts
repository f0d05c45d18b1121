/** A row of tiles: where it starts in the list, how high it is, and how wide each of its tiles. In pixels. */
export type TileRow = { start: number; height: number; widths: number[] };

type RowShape = {
  width: number;
  /** How high rows should be, about. */
  target: number;
  /** Between tiles. */
  gap: number;
};

/**
 * Lays pictures out in rows of the full width, each as high as it has to be for its pictures to keep their
 * shapes, in reading order. The last row is not stretched. What is added later changes no row but the last.
 */
export function justifiedRows(ratios: readonly number[], shape: RowShape): TileRow[] {
  const { width, target, gap } = shape;
  const rows: TileRow[] = [];
  let start = 0;
  let sum = 0;
  for (const [place, ratio] of ratios.entries()) {
    const count = place - start;
    const before = heightOf(sum, count);
    const after = heightOf(sum + ratio, count + 1);
    // A row ends before a picture that would make it lower by more than it is too high without.
    if (count > 0 && after < target && before - target < target - after) {
      rows.push(rowOf(start, place, before));
      start = place;
      sum = ratio;
      continue;
    }
    sum += ratio;
    if (after <= target) {
      rows.push(rowOf(start, place + 1, after));
      start = place + 1;
      sum = 0;
    }
  }
  if (start < ratios.length) rows.push(rowOf(start, ratios.length, target));
  return rows;

  function heightOf(ratioSum: number, count: number): number {
    return count === 0 ? Number.POSITIVE_INFINITY : (width - gap * (count - 1)) / ratioSum;
  }

  function rowOf(from: number, until: number, height: number): TileRow {
    return {
      start: from,
      height,
      widths: ratios.slice(from, until).map((ratio) => Math.min(width, ratio * height)),
    };
  }
}
