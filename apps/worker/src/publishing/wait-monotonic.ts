import { setTimeout as sleep } from "node:timers/promises";

const longestSleepMs = 1_000;

/** Waits by the monotonic clock, in short sleeps, and never less. Throws when the signal is aborted. */
export async function waitMonotonic(ms: number, signal: AbortSignal): Promise<void> {
  const until = performance.now() + ms;
  for (let left = ms; left > 0; left = until - performance.now()) {
    await sleep(Math.min(Math.ceil(left), longestSleepMs), undefined, { signal });
  }
  signal.throwIfAborted();
}
