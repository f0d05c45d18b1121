import { randomUUID } from "node:crypto";
import { CronExpressionParser } from "cron-parser";
import { describe, expect, it } from "vitest";
import { jitteredStart } from "./jittered-start.ts";

const at = (iso: string) => new Date(iso);
const minute = 60_000;
const daily = { profileId: randomUUID(), cron: "0 3 * * *", timezone: "UTC" };

describe("jitteredStart", () => {
  it("is within five minutes of when it was due, and the same each time", () => {
    const due = at("2026-11-28T03:00:00Z");
    for (let n = 0; n < 200; n += 1) {
      const schedule = { ...daily, profileId: randomUUID() };
      const start = jitteredStart(schedule, due);
      const wait = start.getTime() - due.getTime();
      expect(wait).toBeGreaterThanOrEqual(0);
      expect(wait).toBeLessThan(5 * minute);
      expect(jitteredStart(schedule, due)).toEqual(start);
      // Asked again on the way, or at the moment itself, it has not moved.
      expect(jitteredStart(schedule, new Date(due.getTime() + wait / 2))).toEqual(start);
      expect(jitteredStart(schedule, start)).toEqual(start);
      const nextDay = new Date(due.getTime() + 24 * 60 * minute);
      expect(jitteredStart(schedule, nextDay).getTime() - nextDay.getTime()).toBe(wait);
    }
  });

  it("spreads accounts over the minutes", () => {
    const due = at("2026-11-28T03:00:00Z");
    const seconds = Array.from({ length: 300 }, () =>
      Math.floor(jitteredStart({ ...daily, profileId: randomUUID() }, due).getTime() / 1000),
    );
    expect(new Set(seconds).size).toBeGreaterThan(150);
  });

  it("is never beyond half of the interval", () => {
    const often = { ...daily, cron: "*/2 * * * *" };
    const due = at("2026-11-28T03:00:00Z");
    for (let n = 0; n < 100; n += 1) {
      const start = jitteredStart({ ...often, profileId: randomUUID() }, due);
      expect(start.getTime() - due.getTime()).toBeLessThan(minute);
    }
  });

  it("is now for what comes late, and when nothing came due", () => {
    for (const now of [at("2026-11-28T03:05:01Z"), at("2026-11-28T02:59:59Z")]) {
      expect(jitteredStart(daily, now)).toEqual(now);
    }
  });
});

describe("a schedule in its own time zone, as the queue computes it", () => {
  it.each([
    // Clocks go forward from 2:00 to 3:00: the hour of the day stays, one that there is not comes an hour later.
    ["Europe/Berlin", "0 3 * * *", "2026-03-27T12:00Z", ["28T02:00", "29T01:00", "30T01:00"]],
    ["Europe/Berlin", "30 2 * * *", "2026-03-27T12:00Z", ["28T01:30", "29T01:30", "30T00:30"]],
    ["America/New_York", "0 9 * * *", "2026-03-06T20:00Z", ["07T14:00", "08T13:00", "09T13:00"]],
    // Clocks go back from 3:00 to 2:00: what is in both hours comes once.
    ["Europe/Berlin", "0 3 * * *", "2026-10-23T12:00Z", ["24T01:00", "25T02:00", "26T02:00"]],
    ["Europe/Berlin", "30 2 * * *", "2026-10-23T12:00Z", ["24T00:30", "25T00:30", "26T01:30"]],
    ["America/New_York", "0 9 * * *", "2026-10-30T20:00Z", ["31T13:00", "01T14:00", "02T14:00"]],
    ["Asia/Kolkata", "0 9 * * *", "2026-10-23T12:00Z", ["24T03:30", "25T03:30", "26T03:30"]],
  ])("in %s %s comes due after %s at %j", (timezone, cron, from, times) => {
    const due = CronExpressionParser.parse(cron, { currentDate: at(from), tz: timezone }).take(3);
    expect(due.map((time) => time.toDate().toISOString().slice(8, 16))).toEqual(times);
    for (const time of due) {
      const start = jitteredStart({ ...daily, cron, timezone }, time.toDate());
      expect(start.getTime() - time.getTime()).toBeLessThan(5 * minute);
      expect(start.getTime()).toBeGreaterThanOrEqual(time.getTime());
    }
  });

  it.each(["Europe/Berlin", "America/New_York"])(
    "every six hours in %s is never skipped nor doubled when clocks change",
    (tz) => {
      for (const [from, to] of [
        ["2026-03-01T00:00Z", "2026-04-05T00:00Z"],
        ["2026-10-18T00:00Z", "2026-11-08T00:00Z"],
      ] as const) {
        const times = CronExpressionParser.parse("0 */6 * * *", { currentDate: at(from), tz });
        let before = times.next().getTime();
        while (before < at(to).getTime()) {
          const time = times.next().getTime();
          expect([5, 6, 7]).toContain((time - before) / (60 * minute));
          before = time;
        }
      }
    },
  );
});
