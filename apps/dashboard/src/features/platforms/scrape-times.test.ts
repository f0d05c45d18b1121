import { describe, expect, it } from "vitest";
import { frequencies, nextScrape } from "./scrape-times.ts";

const now = new Date("2026-11-25T17:30:00Z");

describe("nextScrape", () => {
  it.each([
    [frequencies.hourly, "UTC", "2026-11-25T18:00:00.000Z"],
    [frequencies.sixHourly, "UTC", "2026-11-25T18:00:00.000Z"],
    [frequencies.sixHourly, "Europe/Berlin", "2026-11-25T23:00:00.000Z"],
    [frequencies.daily, "America/New_York", "2026-11-26T11:00:00.000Z"],
    [frequencies.weekly, "Asia/Tokyo", "2026-11-29T21:00:00.000Z"],
  ])("%s in %s is next at %s", (scrapeFrequency, timezone, expected) => {
    const next = nextScrape({ scrapeEnabled: true, scrapeFrequency, timezone }, now);
    expect(next?.toISOString()).toBe(expected);
  });

  it.each([
    [false, frequencies.daily, "UTC"],
    [true, "now and then", "UTC"],
    [true, frequencies.daily, "Atlantis/Centre"],
  ])("nothing is promised when paused or unreadable: %s %s %s", (enabled, frequency, timezone) => {
    const schedule = { scrapeEnabled: enabled, scrapeFrequency: frequency, timezone };
    expect(nextScrape(schedule, now)).toBeNull();
  });
});
