import { expect, it } from "vitest";
import { describeAgo } from "./describe-ago.ts";

const now = new Date("2026-11-25T20:00:00Z");

it.each([
  ["2026-11-25T19:59:50Z", "1 minute ago"],
  ["2026-11-25T19:20:00Z", "40 minutes ago"],
  ["2026-11-25T17:30:00Z", "2 hours ago"],
  ["2026-11-22T19:00:00Z", "3 days ago"],
])("what was at %s was %s", (at, words) => {
  expect(describeAgo(new Date(at), now)).toBe(words);
});
