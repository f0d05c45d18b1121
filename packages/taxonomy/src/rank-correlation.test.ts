import { expect, test } from "vitest";
import { rankCorrelation } from "./rank-correlation.ts";

test("is 1 for the same order, -1 for the opposite one", () => {
  expect(
    rankCorrelation([
      [1, 10],
      [2, 20],
      [3, 300],
    ]),
  ).toBeCloseTo(1);
  expect(
    rankCorrelation([
      [1, 3],
      [2, 2],
      [3, 1],
    ]),
  ).toBeCloseTo(-1);
});

test("equal values share their rank", () => {
  expect(
    rankCorrelation([
      [1, 1],
      [2, 1],
      [3, 2],
      [4, 2],
    ]),
  ).toBeCloseTo(0.894, 3);
});
