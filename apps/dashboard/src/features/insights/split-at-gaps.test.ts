import { describe, expect, it } from "vitest";
import { splitAtGaps } from "./split-at-gaps.ts";

const dayMs = 24 * 60 * 60_000;
const on = (...days: number[]) => days.map((day) => ({ at: day * dayMs, value: day }));
const daysOf = (days: number[]) =>
  splitAtGaps(on(...days), dayMs).map((stretch) => stretch.map(({ value }) => value));

describe("splitAtGaps", () => {
  it("draws through a single reading that is missing, and not through more", () => {
    expect(daysOf([1, 2, 3, 5, 6])).toEqual([[1, 2, 3, 5, 6]]);
    expect(daysOf([1, 2, 3, 6, 7])).toEqual([
      [1, 2, 3],
      [6, 7],
    ]);
  });

  it("measures by how often the account is read", () => {
    expect(daysOf([1, 8, 15, 22])).toEqual([[1, 8, 15, 22]]);
    expect(daysOf([1, 8, 15, 40])).toEqual([[1, 8, 15], [40]]);
  });

  it("is nothing without readings, and one point with one", () => {
    expect(daysOf([])).toEqual([]);
    expect(daysOf([4])).toEqual([[4]]);
  });
});
