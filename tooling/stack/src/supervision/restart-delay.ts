const windowMs = 120_000;
const slowMs = 30_000;

/** How long to wait before a restart, from the times at which the service died; slow from the fifth death in two minutes. */
export function restartDelay(
  deaths: readonly number[],
  nowMs: number,
): { delayMs: number; keepsDying: boolean } {
  const recent = deaths.filter((at) => at > nowMs - windowMs).length;
  const keepsDying = recent >= 5;
  return { delayMs: keepsDying ? slowMs : 500 * 2 ** Math.max(0, recent - 1), keepsDying };
}
