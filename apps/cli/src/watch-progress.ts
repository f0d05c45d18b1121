import { setTimeout as wait } from "node:timers/promises";
import { describeProgress } from "./describe-progress.ts";
import { progressLine } from "./progress-line.ts";

const everyMs = 1_000;
const stuckAfterMs = 60_000;

/**
 * Shows how far work is that others do, until none of `count` is left. False when Ctrl-C ended the showing
 * before, which ends nothing else.
 */
export async function watchProgress({
  count,
  readLeft,
}: {
  count: number;
  readLeft: () => Promise<number>;
}): Promise<boolean> {
  const interrupt = new AbortController();
  const stop = () => interrupt.abort();
  process.once("SIGINT", stop);
  const show = progressLine();
  const startedAt = performance.now();
  let movedAt = startedAt;
  let left = count;
  try {
    while (left > 0) {
      const askedAt = performance.now();
      const now = await readLeft();
      const tookMs = performance.now() - askedAt;
      if (now !== left) movedAt = performance.now();
      left = now;
      const seconds = (performance.now() - startedAt) / 1000;
      const isStuck = performance.now() - movedAt > stuckAfterMs;
      show(describeProgress({ count, left, seconds, isStuck }));
      if (left > 0)
        await wait(Math.max(everyMs, tookMs * 4), undefined, { signal: interrupt.signal });
    }
    return true;
  } catch (error) {
    if (interrupt.signal.aborted) return false;
    throw error;
  } finally {
    process.off("SIGINT", stop);
    show(null);
  }
}
