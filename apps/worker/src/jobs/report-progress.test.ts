import { expect, it } from "vitest";
import { reportProgress } from "./report-progress.ts";

it("reports whole per cents, rising, at most one a second, and never the end", async () => {
  const shown: number[] = [];
  let now = 0;
  const progress = reportProgress(
    async (percent) => void shown.push(percent),
    () => now,
  );
  await progress(0.4);
  await progress(3.7);
  now = 999;
  await progress(20);
  now = 1_000;
  await progress(25);
  now = 5_000;
  await progress(24);
  await progress(140);
  expect(shown).toEqual([3, 25, 99]);
});
