import { describe, expect, it } from "vitest";
import { quickTimes, suggestedTime } from "./quick-times.ts";

const zone = "Europe/Berlin";

describe("quickTimes", () => {
  it("offers the evening while it is still to come", () => {
    expect(quickTimes(new Date("2026-11-25T17:00:01Z"), zone)).toEqual([
      { name: "inFiveMinutes", wall: { date: "2026-11-25", time: "18:06" } },
      { name: "tonight", wall: { date: "2026-11-25", time: "21:00" } },
      { name: "tomorrow", wall: { date: "2026-11-26", time: "21:00" } },
    ]);
  });

  it("turns the day on her clock", () => {
    expect(quickTimes(new Date("2026-12-31T22:58:00Z"), zone)).toEqual([
      { name: "inFiveMinutes", wall: { date: "2027-01-01", time: "00:03" } },
      { name: "tomorrow", wall: { date: "2027-01-01", time: "21:00" } },
    ]);
  });
});

describe("suggestedTime", () => {
  it.each([
    ["2026-11-25T17:00:00Z", null, "2026-11-25"],
    ["2026-11-25T19:50:00Z", null, "2026-11-26"],
    ["2026-11-25T17:00:00Z", "2026-12-24", "2026-12-24"],
    ["2026-11-25T17:00:00Z", "2026-11-01", "2026-11-25"],
    ["2026-11-25T17:00:00Z", "nonsense", "2026-11-25"],
  ])("at %s for %s it is the evening of %s", (now, day, date) => {
    expect(suggestedTime(new Date(now), zone, day)).toEqual({ date, time: "21:00" });
  });
});
