export type ValueRange = { low: number; high: number; startsAtZero: boolean };

/**
 * What the scale of a chart reaches over. It has its zero, unless the course would then be a flat line
 * at the top: whoever draws it has to say that.
 */
export function valueRange(values: readonly number[]): ValueRange {
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const isFarUp = low > 0 && high > low && high - low < 0.25 * high;
  if (isFarUp) return { low, high, startsAtZero: false };
  return { low: Math.min(0, low), high: Math.max(0, high), startsAtZero: true };
}
