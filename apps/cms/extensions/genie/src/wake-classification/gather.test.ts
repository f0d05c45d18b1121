import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { gather } from "./gather.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

it("hands over at once what came within the time, and begins anew", async () => {
  const seen: string[][] = [];
  const add = gather(50, async (items: string[]) => void seen.push(items));
  add(["a"]);
  add(["b", "c"]);
  expect(seen).toEqual([]);
  await vi.advanceTimersByTimeAsync(50);
  add(["d"]);
  await vi.advanceTimersByTimeAsync(50);
  expect(seen).toEqual([["a", "b", "c"], ["d"]]);
});

it("hands over nothing where nothing came", async () => {
  const work = vi.fn<(items: string[]) => Promise<void>>();
  gather(50, work)([]);
  await vi.advanceTimersByTimeAsync(50);
  expect(work).not.toHaveBeenCalled();
});
