import { describe, expect, it } from "vitest";
import { describeMoment, momentInFull } from "./describe-moment.ts";

const now = new Date("2026-03-01T12:00:00Z");

describe("describeMoment", () => {
  it.each([
    ["2026-03-01T12:00:30Z", "now"],
    ["2026-03-01T11:55:00Z", "5 minutes ago"],
    ["2026-03-01T15:00:00Z", "in 3 hours"],
    ["2026-02-28T12:30:00Z", "23 hours ago"],
    ["2026-02-20T12:00:00Z", "20 Feb 2026"],
    ["2026-12-04T12:00:00Z", "4 Dec 2026"],
  ])("%s is %s", (at, words) => {
    expect(describeMoment(new Date(at), now, "UTC")).toBe(words);
  });

  it.each([
    ["America/New_York", "19 Feb 2026", "Thursday, 19 February 2026", "22:00"],
    ["Asia/Tokyo", "20 Feb 2026", "Friday, 20 February 2026", "12:00"],
  ])("goes by the clock in %s, whatever the device's is", (zone, day, fullDay, time) => {
    const at = new Date("2026-02-20T03:00:00Z");
    expect(describeMoment(at, now, zone)).toBe(day);
    expect(momentInFull(at, zone).replace(",", "")).toContain(fullDay.replace(",", ""));
    expect(momentInFull(at, zone)).toContain(time);
  });
});
