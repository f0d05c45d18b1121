import { expect, it } from "vitest";
import { valueRange } from "./value-range.ts";

it.each([
  ["small beside what changes", [0, 40, 90], { low: 0, high: 90, startsAtZero: true }],
  [
    "far up, and changing little",
    [18_000, 18_420],
    { low: 18_000, high: 18_420, startsAtZero: false },
  ],
  ["never changing", [500, 500], { low: 0, high: 500, startsAtZero: true }],
  ["below zero", [-20, 100], { low: -20, high: 100, startsAtZero: true }],
  ["nothing but zero", [0, 0], { low: 0, high: 0, startsAtZero: true }],
])("values %s", (_name, values, range) => {
  expect(valueRange(values)).toEqual(range);
});
