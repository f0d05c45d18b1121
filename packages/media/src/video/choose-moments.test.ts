import { describe, expect, it } from "vitest";
import { chooseMoments, momentFrom } from "./choose-moments.ts";

const change = (atS: number, score: number) => ({ atS, score });

describe("chooseMoments", () => {
  it("takes the greatest changes, in their order", () => {
    const changes = [change(3, 0.2), change(10, 0.9), change(20, 0.1), change(25, 0.8)];
    expect(chooseMoments(changes, 5, 60)).toEqual([
      { startS: 10, lengthS: 2.5 },
      { startS: 25, lengthS: 2.5 },
    ]);
  });

  it("has no part twice, and none beyond the end", () => {
    const changes = [change(10, 0.9), change(11, 0.8), change(59, 0.7), change(30, 0.1)];
    expect(chooseMoments(changes, 5, 60).map(({ startS }) => startS)).toEqual([10, 30]);
  });

  it.each([
    [10, 30],
    [2, 3],
    [60, 61],
    [10, 10.5],
  ])("is %i s of %d s also where nothing changes", (lengthS, durationS) => {
    const moments = chooseMoments([], lengthS, durationS);
    expect(moments.reduce((sum, moment) => sum + moment.lengthS, 0)).toBeCloseTo(lengthS);
    let endS = 0;
    for (const { startS, lengthS: partS } of moments) {
      expect(startS).toBeGreaterThanOrEqual(endS);
      endS = startS + partS;
    }
    expect(endS).toBeLessThanOrEqual(durationS + 0.001);
  });

  it("is the whole of a video that is shorter", () => {
    expect(chooseMoments([change(1, 1)], 10, 4)).toEqual([{ startS: 0, lengthS: 4 }]);
  });
});

describe("momentFrom", () => {
  it.each([
    ["what was asked for", [3, 5, 20], { startS: 3, lengthS: 5 }],
    ["no more than there is from there on", [1, 10, 4], { startS: 1, lengthS: 3 }],
    ["the last two seconds when it begins after the end", [9, 10, 4], { startS: 2, lengthS: 2 }],
    ["the whole of what is shorter than that", [1, 10, 1.5], { startS: 0, lengthS: 1.5 }],
  ] as const)("takes %s", (_what, [startS, lengthS, durationS], moment) => {
    expect(momentFrom(startS, lengthS, durationS)).toEqual(moment);
  });
});
