export type Point = { at: number; value: number };

/**
 * The stretches of a course that were read without a gap, in their order. A gap is where at least two
 * readings are missing, by how often there usually is one, and never less than `stepMs` by `stepMs`.
 */
export function splitAtGaps(points: readonly Point[], stepMs: number): Point[][] {
  const spacings = points.slice(1).map(({ at }, index) => at - (points[index]?.at ?? at));
  const longest = 2.5 * Math.max(stepMs, median(spacings));
  const stretches: Point[][] = [];
  for (const [index, point] of points.entries()) {
    const spacing = spacings[index - 1];
    const stretch = stretches.at(-1);
    if (stretch !== undefined && spacing !== undefined && spacing <= longest) stretch.push(point);
    else stretches.push([point]);
  }
  return stretches;
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor((values.length - 1) / 2)] ?? 0;
}
