import { expect, test } from "vitest";
import { rowsInView, rowStarts } from "./rows-in-view.ts";

const starts = rowStarts([100, 50, 200, 100, 100]);

test("rows start where those before them end, and the last end closes the list", () => {
  expect(starts).toEqual([0, 100, 150, 350, 450, 550]);
  expect(rowStarts([])).toEqual([0]);
});

test("those in view are shown, and as many more on either side as asked for", () => {
  expect(rowsInView(starts, { from: 160, until: 360 }, 0)).toEqual([
    { index: 2, start: 150 },
    { index: 3, start: 350 },
  ]);
  expect(rowsInView(starts, { from: 160, until: 360 }, 1).map(({ index }) => index)).toEqual([
    1, 2, 3, 4,
  ]);
});

test("a row that starts at the edge is in view", () => {
  expect(rowsInView(starts, { from: 100, until: 100 }, 0)).toEqual([{ index: 1, start: 100 }]);
});

test("above and below the list its first and last rows stay", () => {
  expect(rowsInView(starts, { from: -900, until: -100 }, 0)).toEqual([{ index: 0, start: 0 }]);
  expect(rowsInView(starts, { from: 5000, until: 6000 }, 0)).toEqual([{ index: 4, start: 450 }]);
});

test("a list without rows shows none", () => {
  expect(rowsInView(rowStarts([]), { from: 0, until: 900 }, 3)).toEqual([]);
});

test("of a hundred thousand rows only those in view are there", () => {
  const many = rowStarts(Array.from({ length: 100_000 }, () => 72));
  const shown = rowsInView(many, { from: 7_200_000 - 900, until: 7_200_000 }, 3);
  expect(shown.at(-1)?.index).toBe(99_999);
  expect(shown.length).toBeLessThan(20);
});
