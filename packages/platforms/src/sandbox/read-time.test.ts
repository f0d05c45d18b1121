import { expect, it } from "vitest";
import { readTime } from "./read-time.ts";

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
