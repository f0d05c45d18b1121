import { expect, it } from "vitest";
import { forEachLimited } from "./for-each-limited.ts";

it("works on every item once, never on more than allowed", async () => {
  const done: number[] = [];
  let running = 0;
  let most = 0;
  await forEachLimited([1, 2, 3, 4, 5, 6, 7], 3, async (item) => {
    running += 1;
    most = Math.max(most, running);
    await new Promise((resolve) => setTimeout(resolve, item % 3));
    running -= 1;
    done.push(item);
  });
  expect(done.toSorted((a, b) => a - b)).toEqual([1, 2, 3, 4, 5, 6, 7]);
  expect(most).toBe(3);
});

it("begins no more after a failure, and throws it when the others have ended", async () => {
  const begun: number[] = [];
  let ended = 0;
  const work = forEachLimited([1, 2, 3, 4], 2, async (item) => {
    begun.push(item);
    if (item === 1) throw new Error("first");
    await new Promise((resolve) => setTimeout(resolve, 5));
    ended += 1;
  });
  await expect(work).rejects.toThrow("first");
  expect(begun).toEqual([1, 2]);
  expect(ended).toBe(1);
});
