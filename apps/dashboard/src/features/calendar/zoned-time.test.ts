import { describe, expect, it } from "vitest";
import { onAnotherDay, resolveWallTime, wallTimeAt } from "./zoned-time.ts";

describe("resolveWallTime", () => {
  it.each([
    ["Europe/Berlin", "2026-03-29", "01:59", "2026-03-29T00:59:00.000Z", "plain"],
    ["Europe/Berlin", "2026-03-29", "02:30", "2026-03-29T01:30:00.000Z", "skipped"],
    ["Europe/Berlin", "2026-03-29", "03:00", "2026-03-29T01:00:00.000Z", "plain"],
    ["Europe/Berlin", "2026-10-25", "01:59", "2026-10-24T23:59:00.000Z", "plain"],
    ["Europe/Berlin", "2026-10-25", "02:30", "2026-10-25T00:30:00.000Z", "repeated"],
    ["Europe/Berlin", "2026-10-25", "03:00", "2026-10-25T02:00:00.000Z", "plain"],
    ["America/New_York", "2026-03-08", "02:30", "2026-03-08T07:30:00.000Z", "skipped"],
    ["America/New_York", "2026-11-01", "01:30", "2026-11-01T05:30:00.000Z", "repeated"],
    ["Australia/Lord_Howe", "2026-10-04", "02:15", "2026-10-03T15:45:00.000Z", "skipped"],
    ["Asia/Kolkata", "2026-11-25", "21:00", "2026-11-25T15:30:00.000Z", "plain"],
    ["UTC", "2026-11-25", "21:00:20", "2026-11-25T21:00:20.000Z", "plain"],
  ])("in %s, %s %s is %s (%s)", (zone, date, time, at, kind) => {
    expect(resolveWallTime({ date, time }, zone)).toEqual({ at: new Date(at), kind });
  });

  it.each([
    ["", "21:00"],
    ["2026-11-25", ""],
    ["2026-02-30", "21:00"],
    ["2026-11-25", "24:61"],
    ["25.11.2026", "21:00"],
  ])("%j %j is no time", (date, time) => {
    expect(resolveWallTime({ date, time }, "UTC")).toBeNull();
  });
});

describe("wallTimeAt", () => {
  it.each([
    ["2026-11-25T20:00:00Z", "Europe/Berlin", "2026-11-25", "21:00"],
    ["2026-07-25T20:00:00Z", "Europe/Berlin", "2026-07-25", "22:00"],
    ["2026-11-25T20:00:20Z", "Asia/Tokyo", "2026-11-26", "05:00:20"],
    ["2026-10-25T01:30:00Z", "Europe/Berlin", "2026-10-25", "02:30"],
  ])("%s in %s is %s %s", (at, zone, date, time) => {
    expect(wallTimeAt(new Date(at), zone)).toEqual({ date, time });
  });

  it("gives back what was resolved, wherever the clock is not changed", () => {
    for (const zone of ["Europe/Berlin", "America/St_Johns", "Pacific/Chatham", "Asia/Kathmandu"]) {
      const wanted = { date: "2026-06-30", time: "23:45" };
      const resolved = resolveWallTime(wanted, zone);
      expect(resolved && wallTimeAt(resolved.at, zone)).toEqual(wanted);
    }
  });
});

describe("onAnotherDay", () => {
  it("keeps the clock time across a clock change", () => {
    const before = new Date("2026-03-28T20:00:00Z");
    expect(onAnotherDay(before, "2026-03-30", "Europe/Berlin")).toEqual(
      new Date("2026-03-30T19:00:00Z"),
    );
  });
});
