import { Temporal } from "temporal-polyfill";
import { describe, expect, it } from "vitest";
import { addDays, isDate, startOfDay } from "./days.ts";

describe("startOfDay", () => {
  it("is where the clock of the zone begins the day", () => {
    expect(startOfDay("2026-03-29", "Africa/Cairo")).toEqual(new Date("2026-03-28T22:00:00Z"));
    // Midnight is skipped there on that day.
    expect(startOfDay("2026-09-06", "America/Santiago")).toEqual(new Date("2026-09-06T04:00:00Z"));
  });

  it.each([
    "UTC",
    "Europe/Berlin",
    "America/Santiago",
    "America/Havana",
    "Africa/Cairo",
    "Asia/Beirut",
    "Australia/Lord_Howe",
    "Pacific/Kiritimati",
    "America/St_Johns",
  ])("is what Temporal says, on each day of a year in %s", (zone) => {
    for (let date = "2026-01-01"; date < "2027-01-01"; date = addDays(date, 1)) {
      const start = Temporal.PlainDate.from(date).toZonedDateTime(zone);
      expect([date, startOfDay(date, zone).getTime()]).toEqual([date, start.epochMilliseconds]);
    }
  });
});

describe("addDays", () => {
  it("counts days over the ends of months", () => {
    expect(addDays("2026-02-28", 1)).toBe("2026-03-01");
    expect(addDays("2026-01-01", -1)).toBe("2025-12-31");
  });
});

describe("isDate", () => {
  it.each([
    ["2026-11-25", true],
    ["2024-02-29", true],
    ["2026-02-30", false],
    ["2026-13-01", false],
    ["26-1-1", false],
    ["", false],
  ])("%j: %j", (date, is) => {
    expect(isDate(date)).toBe(is);
  });
});
