import { describe, expect, it } from "vitest";
import { hourHasCome, localDay } from "./local-day.ts";

const hourMs = 3_600_000;

/** The hours of a span at which it has come, as the cron counts them. */
function ticksAt(zone: string, hour: number, from: string, days: number): string[] {
  const start = Date.parse(from);
  return Array.from({ length: days * 24 }, (_value, index) => new Date(start + index * hourMs))
    .filter((at) => hourHasCome(at, zone, hour))
    .map((at) => at.toISOString());
}

describe("the hour of the digest", () => {
  it.each([
    ["UTC", "2026-11-25T21:00:00.000Z"],
    ["Europe/Berlin", "2026-11-25T20:00:00.000Z"],
    ["America/New_York", "2026-11-25T02:00:00.000Z"],
    ["Asia/Kolkata", "2026-11-25T16:00:00.000Z"],
    ["Asia/Kathmandu", "2026-11-25T16:00:00.000Z"],
    ["Pacific/Kiritimati", "2026-11-25T07:00:00.000Z"],
    ["no such zone", "2026-11-25T21:00:00.000Z"],
  ])("comes once a day in %s", (zone, at) => {
    expect(ticksAt(zone, 21, "2026-11-25T00:00:00Z", 1)).toEqual([at]);
  });

  it("comes at the full hour even when the cron is a moment early or late", () => {
    for (const late of [-900, 0, 40_000]) {
      const at = new Date(Date.parse("2026-11-25T20:00:00Z") + late);
      expect(hourHasCome(at, "Europe/Berlin", 21)).toBe(true);
      expect(hourHasCome(new Date(at.getTime() + hourMs), "Europe/Berlin", 21)).toBe(false);
    }
  });

  it.each([
    ["goes forward", "2026-03-28T00:00:00Z", 21, ["28T20", "29T19", "30T19"]],
    ["goes back", "2026-10-24T00:00:00Z", 21, ["24T19", "25T20", "26T20"]],
    ["skips the hour itself", "2026-03-28T00:00:00Z", 2, ["28T01", "29T01", "30T00"]],
    ["repeats the hour itself", "2026-10-24T00:00:00Z", 2, ["24T00", "25T00", "26T01"]],
  ])("comes once on each day around the night in which the clock %s", (_what, from, hour, want) => {
    const ticks = ticksAt("Europe/Berlin", hour, from, 3);
    expect(ticks.map((at) => at.slice(8, 13))).toEqual(want);
  });

  it("comes each day of a year exactly once, in every zone", () => {
    for (const zone of [
      "Europe/Lisbon",
      "Australia/Lord_Howe",
      "America/St_Johns",
      "Asia/Tehran",
    ]) {
      const days = ticksAt(zone, 21, "2026-01-01T12:00:00Z", 365);
      expect([zone, days.length]).toEqual([zone, 365]);
    }
  });
});

describe("a day", () => {
  it.each([
    ["2026-11-25T20:00:00Z", 24],
    ["2026-03-29T19:00:00Z", 23],
    ["2026-10-25T20:00:00Z", 25],
  ])("goes from midnight to midnight there, on %s in %i hours", (at, hours) => {
    const { start, next, afterNext } = localDay(new Date(at), "Europe/Berlin");
    expect(next.getTime() - start.getTime()).toBe(hours * hourMs);
    expect(afterNext.getTime() - next.getTime()).toBe(24 * hourMs);
    expect(start.toLocaleTimeString("en-GB", { timeZone: "Europe/Berlin" })).toBe("00:00:00");
  });

  it("begins when it begins where midnight is skipped", () => {
    const { start } = localDay(new Date("2026-09-06T15:00:00Z"), "America/Santiago");
    expect(start.toISOString()).toBe("2026-09-06T04:00:00.000Z");
  });
});
