import { expect, it } from "vitest";
import { slopePerMinute } from "./slope.ts";

const samples = (of: (minutes: number) => number) =>
  Array.from({ length: 20 }, (_none, index) => ({ minutes: index / 4, value: of(index / 4) }));

it("is by how much a value grows, whatever it begins with and however it swings", () => {
  expect(slopePerMinute(samples((minutes) => 200 + 3 * minutes))).toBeCloseTo(3);
  expect(slopePerMinute(samples(() => 400))).toBeCloseTo(0);
  const swinging = samples((minutes) => 300 + minutes + (minutes % 0.5 === 0 ? 5 : -5));
  expect(Math.abs(slopePerMinute(swinging) - 1)).toBeLessThan(0.5);
  expect(slopePerMinute([{ minutes: 1, value: 7 }])).toBe(0);
});
