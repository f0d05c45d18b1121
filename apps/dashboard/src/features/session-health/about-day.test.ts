import { expect, it } from "vitest";
import { aboutDay } from "./about-day.ts";

const now = new Date("2026-11-28T22:30:00Z");

it.each([
  ["2026-12-04T10:00:00Z", "4 December"],
  ["2027-01-04T10:00:00Z", "4 January 2027"],
  ["2026-11-28T22:45:00Z", "today, 23:45"],
  // In Berlin it is the 29th by then.
  ["2026-11-28T23:30:00Z", "29 November"],
])("%s is %s in Berlin", (at, words) => {
  expect(aboutDay(new Date(at), now, "Europe/Berlin")).toBe(words);
});
