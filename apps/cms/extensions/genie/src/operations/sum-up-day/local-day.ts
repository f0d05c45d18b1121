// Temporal and no arithmetic of our own, because days have 23 or 25 hours twice a year.
import { Temporal } from "temporal-polyfill";

/** A day as somebody's clock and calendar show it. */
export type LocalDay = { start: Date; next: Date; afterNext: Date };

/** The day that it is there at that moment. A zone that there is not counts as UTC. */
export function localDay(at: Date, zone: string): LocalDay {
  const start = zoned(at, zone).startOfDay();
  const [next, afterNext] = [1, 2].map((days) => start.add({ days }).startOfDay());
  return {
    start: new Date(start.epochMilliseconds),
    next: new Date(next?.epochMilliseconds ?? Number.NaN),
    afterNext: new Date(afterNext?.epochMilliseconds ?? Number.NaN),
  };
}

/**
 * Whether that hour has come there since the last full hour: once a day, also where clocks are half
 * an hour off, and where they skip the hour or repeat it.
 */
export function hourHasCome(at: Date, zone: string, hour: number): boolean {
  const tick = Math.round(at.getTime() / hourMs) * hourMs;
  const there = zoned(new Date(tick), zone);
  const begins = there.toPlainDate().toZonedDateTime({
    timeZone: there.timeZoneId,
    plainTime: new Temporal.PlainTime(hour),
  }).epochMilliseconds;
  return begins <= tick && tick - begins < hourMs;
}

const hourMs = 3_600_000;

function zoned(at: Date, zone: string): Temporal.ZonedDateTime {
  const instant = Temporal.Instant.fromEpochMilliseconds(at.getTime());
  try {
    return instant.toZonedDateTimeISO(zone);
  } catch {
    return instant.toZonedDateTimeISO("UTC");
  }
}
