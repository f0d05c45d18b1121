import { describe, expect, it } from "vitest";
import { addMonths, gridSpan, monthGrid, parseMonth } from "./month-grid.ts";

describe("monthGrid", () => {
  it.each([
    ["2026-11", "2026-10-26", "2026-12-06", 6],
    ["2026-06", "2026-06-01", "2026-07-05", 5],
    // Four weeks exactly.
    ["2027-02", "2027-02-01", "2027-02-28", 4],
    ["2028-02", "2028-01-31", "2028-03-05", 5],
  ])("%s runs from Monday %s to Sunday %s", (month, first, last, weeks) => {
    const grid = monthGrid(month);
    expect(grid).toHaveLength(weeks);
    expect(grid[0]?.[0]?.date).toBe(first);
    expect(grid.at(-1)?.[6]?.date).toBe(last);
    expect(grid.every((week) => week.length === 7)).toBe(true);
  });

  it("has every day of the month once, and marks the others", () => {
    const days = monthGrid("2026-11").flat();
    expect(days.filter(({ isInMonth }) => isInMonth).map(({ day }) => day)).toEqual(
      Array.from({ length: 30 }, (_, index) => index + 1),
    );
    expect(new Set(days.map(({ date }) => date)).size).toBe(days.length);
  });
});

describe("gridSpan", () => {
  it("covers the days as her zone has them", () => {
    expect(gridSpan(monthGrid("2026-11"), "America/New_York")).toEqual({
      from: new Date("2026-10-26T04:00:00Z"),
      before: new Date("2026-12-07T05:00:00Z"),
    });
  });
});

describe("months in the address", () => {
  it.each([
    ["2026-05", "2026-05"],
    ["2026-13", "2026-11"],
    ["soon", "2026-11"],
    [null, "2026-11"],
  ])("%s is %s", (text, month) => {
    expect(parseMonth(text, "2026-11-25")).toBe(month);
  });

  it("turns the year", () => {
    expect(addMonths("2026-12", 1)).toBe("2027-01");
    expect(addMonths("2026-01", -1)).toBe("2025-12");
  });
});
