import { expect, it } from "vitest";
import { readShownTime, readTime } from "./times.ts";

const now = new Date("2026-03-02T01:30:00Z");

it.each([
  ["2026-03-01T22:00:00.5Z", "2026-03-01T22:00:00.500Z", true],
  ["3 hours ago", "2026-03-01T22:30:00.000Z", false],
  ["45m", "2026-03-02T00:45:00.000Z", false],
  ["Today", "2026-03-02T00:00:00.000Z", false],
  ["yesterday", "2026-03-01T00:00:00.000Z", false],
  ["Feb 28", "2026-02-28T00:00:00.000Z", false],
  ["December 24", "2025-12-24T00:00:00.000Z", false],
  ["Nov 26, 2024", "2024-11-26T00:00:00.000Z", false],
])("%j is %s", (text, at, isExact) => {
  expect(readShownTime(text, now)).toEqual({ at: new Date(at), isExact });
});

it.each(["", "Feb 30", "03/04/2026", "soon", "12", "2026-03-01T22:00"])("%j is no time", (text) => {
  expect(readShownTime(text, now)).toBeNull();
});

it.each([
  ["2026-05-03T14:05:06.789Z", Date.UTC(2026, 4, 3, 14, 5, 6, 789)],
  ["2026-05-03T14:05:06+02:00", Date.UTC(2026, 4, 3, 12, 5, 6)],
  ["2026-05-03T14:05:06", undefined],
  ["2026-05-03", undefined],
  ["2026-13-03T14:05:06Z", undefined],
  ["", undefined],
])("the time %j is %j", (text, at) => {
  expect(readTime(text)?.getTime()).toBe(at);
});
