// temporal-polyfill and not @date-fns/tz: Temporal says how it read a time that a clock change skips
// or repeats, and steps aside where the browser has Temporal of its own.
import { Temporal } from "temporal-polyfill";

/** What a calendar and a clock on her wall show: "2026-11-25" and "21:00", or "21:00:30". */
export type WallTime = { date: string; time: string };

export type ResolvedTime = {
  at: Date;
  /**
   * `skipped`: the clocks go forward over that time, `at` is as much later. `repeated`: they go back
   * and it comes twice, `at` is the first.
   */
  kind: "plain" | "repeated" | "skipped";
};

/** The moment at which her clock shows this; null when it is no date or time. */
export function resolveWallTime({ date, time }: WallTime, zone: string): ResolvedTime | null {
  const wanted = parseWallTime(date, time);
  if (wanted === null) return null;
  const [earlier, later] = (["earlier", "later"] as const).map((disambiguation) =>
    wanted.toZonedDateTime(zone, { disambiguation }),
  );
  if (earlier === undefined || later === undefined) return null;
  if (earlier.epochMilliseconds === later.epochMilliseconds) {
    return { at: new Date(earlier.epochMilliseconds), kind: "plain" };
  }
  return later.toPlainDateTime().equals(wanted)
    ? { at: new Date(earlier.epochMilliseconds), kind: "repeated" }
    : { at: new Date(later.epochMilliseconds), kind: "skipped" };
}

/** What her clock shows at a moment; with seconds only when there are any. */
export function wallTimeAt(at: Date, zone: string): WallTime {
  const there = Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(zone);
  const smallestUnit = there.second === 0 ? "minute" : "second";
  return {
    date: there.toPlainDate().toString(),
    time: there.toPlainTime().toString({ smallestUnit }),
  };
}

/** The same clock time on another day. */
export function onAnotherDay(at: Date, date: string, zone: string): Date {
  return resolveWallTime({ date, time: wallTimeAt(at, zone).time }, zone)?.at ?? at;
}

function parseWallTime(date: string, time: string): Temporal.PlainDateTime | null {
  if (!/^\d{4}-\d\d-\d\d$/.test(date) || !/^\d\d:\d\d(?::\d\d)?$/.test(time)) return null;
  try {
    return Temporal.PlainDateTime.from(`${date}T${time}`, { overflow: "reject" });
  } catch {
    return null;
  }
}
