import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { startSweeps, type Upkeep } from "./start-sweeps.ts";
import { keptLog } from "./testing/kept-log.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const names = [
  "deliver",
  "checkForRestore",
  "sweepPosts",
  "sweepJobs",
  "forgetProfiles",
  "settle",
  "checkLive",
] as const satisfies readonly (keyof Upkeep)[];
type Name = (typeof names)[number];

/** Sweeps that note what they did, in which one step ends only when it is let go. */
function sweepsWith(slow: Name) {
  const taken: string[] = [];
  const { promise, resolve } = Promise.withResolvers<void>();
  const step = (name: Name) => async () => {
    taken.push(name);
    if (name === slow) await promise;
  };
  const upkeep = Object.fromEntries(names.map((name) => [name, step(name)])) as Record<
    Name,
    () => Promise<void>
  >;
  const sweeps = startSweeps(upkeep, { log: keptLog().log, intervalMs: 1_000 });
  const times = (name: Name) => taken.filter((one) => one === name).length;
  return { sweeps, taken, times, letGo: resolve };
}

it.each(["settle", "checkLive", "forgetProfiles"] as const)(
  "goes on with everything else while %s waits for a browser",
  async (slow) => {
    const { sweeps, times, letGo } = sweepsWith(slow);
    await vi.advanceTimersByTimeAsync(10_000);
    expect(times(slow)).toBe(1);
    for (const name of names.filter((one) => one !== slow)) {
      expect([name, times(name) >= 8]).toEqual([name, true]);
    }
    letGo();
    await sweeps.stop();
  },
);

it("delivers what is known before it asks a platform about it", async () => {
  const { sweeps, taken, letGo } = sweepsWith("deliver");
  await vi.advanceTimersByTimeAsync(10_000);
  expect(taken).not.toContain("settle");
  letGo();
  await vi.advanceTimersByTimeAsync(0);
  expect(taken).toContain("settle");
  await sweeps.stop();
});

it("stops when every sweep has ended", async () => {
  const { sweeps, taken, letGo } = sweepsWith("checkLive");
  await vi.advanceTimersByTimeAsync(0);
  let isStopped = false;
  const stopped = sweeps.stop().then(() => (isStopped = true));
  await vi.advanceTimersByTimeAsync(10_000);
  const before = taken.length;
  expect(isStopped).toBe(false);
  letGo();
  await stopped;
  await vi.advanceTimersByTimeAsync(10_000);
  expect(taken).toHaveLength(before);
});
