import { describe, expect, it } from "vitest";
import { measure, summarize } from "./measure.ts";

describe("summarize", () => {
  it("takes the middle of an odd number of samples, and the mean of two in an even number", () => {
    expect(summarize([3, 1, 20])).toEqual({ min: 1, median: 3, max: 20, repetitions: 3 });
    expect(summarize([4, 1, 3, 20])).toEqual({ min: 1, median: 3.5, max: 20, repetitions: 4 });
    expect(summarize([7])).toEqual({ min: 7, median: 7, max: 7, repetitions: 1 });
  });

  it("keeps four significant digits", () => {
    expect(summarize([1234.56]).median).toBe(1235);
    expect(summarize([0.123_456]).median).toBe(0.1235);
  });
});

describe("measure", () => {
  it("counts every run", () => {
    let runs = 0;
    const perSecond = measure(() => {
      runs += 1;
    }, 1);
    expect(runs).toBeGreaterThanOrEqual(16);
    expect(perSecond).toBeGreaterThan(0);
  });
});
