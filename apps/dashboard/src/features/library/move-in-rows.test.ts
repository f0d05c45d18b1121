import { expect, it } from "vitest";
import { moveInRows } from "./move-in-rows.ts";

const rows = [
  { start: 0, height: 100, widths: [100, 300, 100] },
  { start: 3, height: 100, widths: [250, 250] },
  { start: 5, height: 100, widths: [100] },
];

it.each([
  [0, "ArrowRight", 1],
  [2, "ArrowRight", 3],
  [5, "ArrowRight", 5],
  [3, "ArrowLeft", 2],
  [0, "ArrowLeft", 0],
  [0, "ArrowDown", 3],
  [2, "ArrowDown", 4],
  [4, "ArrowUp", 2],
  [1, "ArrowUp", 1],
  [4, "ArrowDown", 5],
  [5, "ArrowDown", 5],
  [1, "Home", 0],
  [3, "End", 4],
  [0, "PageDown", 5],
  [5, "PageUp", 0],
] as const)("from %d by %s to %d", (place, key, to) => {
  expect(moveInRows(rows, place, key)).toBe(to);
});

it("goes to either end of all", () => {
  expect(moveInRows(rows, 4, "Home", true)).toBe(0);
  expect(moveInRows(rows, 0, "End", true)).toBe(5);
});
