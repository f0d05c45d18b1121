import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { startTimer } from "./start-timer.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

it("works at once and then about every interval", async () => {
  const work = vi.fn<() => Promise<void>>(async () => {});
  const timer = startTimer(work, 1_000);
  expect(work).toHaveBeenCalledTimes(1);
  await vi.advanceTimersByTimeAsync(749);
  expect(work).toHaveBeenCalledTimes(1);
  await vi.advanceTimersByTimeAsync(501);
  expect(work).toHaveBeenCalledTimes(2);
  await timer.stop();
  await vi.advanceTimersByTimeAsync(10_000);
  expect(work).toHaveBeenCalledTimes(2);
});

it("never works twice at once, and stops when what runs has ended", async () => {
  const { promise, resolve } = Promise.withResolvers<void>();
  const work = vi.fn<(signal: AbortSignal) => Promise<void>>(() => promise);
  const timer = startTimer(work, 1_000);
  await vi.advanceTimersByTimeAsync(10_000);
  expect(work).toHaveBeenCalledTimes(1);
  let isStopped = false;
  const stopped = timer.stop().then(() => (isStopped = true));
  await vi.advanceTimersByTimeAsync(0);
  expect(work.mock.calls[0]?.[0].aborted).toBe(true);
  expect(isStopped).toBe(false);
  resolve();
  await stopped;
});
