export type Sample = { minutes: number; value: number };

/** By how much a value grows in a minute, over all of its samples (least squares). */
export function slopePerMinute(samples: readonly Sample[]): number {
  const count = samples.length;
  const mean = (of: (sample: Sample) => number) =>
    samples.reduce((sum, sample) => sum + of(sample), 0) / count;
  const [middle, level] = [mean(({ minutes }) => minutes), mean(({ value }) => value)];
  const spread = mean(({ minutes }) => (minutes - middle) ** 2);
  const together = mean(({ minutes, value }) => (minutes - middle) * (value - level));
  return spread === 0 ? 0 : together / spread;
}
