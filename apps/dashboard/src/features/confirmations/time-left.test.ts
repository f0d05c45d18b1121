import { expect, it } from "vitest";
import { timeLeft } from "./time-left.ts";

const now = new Date("2026-12-04T10:00:00Z");

it.each([
  ["2026-12-04T10:05:00Z", "5:00"],
  ["2026-12-04T10:00:59.001Z", "0:60"],
  ["2026-12-04T10:00:00.001Z", "0:01"],
  ["2026-12-04T10:00:00Z", null],
  ["nonsense", null],
])("until %s it is %s", (until, expected) => {
  expect(timeLeft(until, now)).toBe(expected === "0:60" ? "1:00" : expected);
});
