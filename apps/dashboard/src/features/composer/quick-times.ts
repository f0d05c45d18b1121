import { resolveWallTime, type WallTime, wallTimeAt } from "#features/calendar/zoned-time.ts";
import { addDays } from "#features/calendar/days.ts";

const minuteMs = 60_000;
const evening = "21:00";
/** Time to write a post before it goes out. */
const headStartMs = 15 * minuteMs;

export type QuickTime = { name: "inFiveMinutes" | "tonight" | "tomorrow"; wall: WallTime };

/** Times that are one press away, soonest first; none that has passed. */
export function quickTimes(now: Date, zone: string): QuickTime[] {
  const { date: today } = wallTimeAt(now, zone);
  const soon = new Date(Math.ceil((now.getTime() + 5 * minuteMs) / minuteMs) * minuteMs);
  const tonight = { date: today, time: evening };
  return [
    { name: "inFiveMinutes", wall: wallTimeAt(soon, zone) },
    ...(isAhead(tonight, now, zone) ? [{ name: "tonight" as const, wall: tonight }] : []),
    { name: "tomorrow", wall: { date: addDays(today, 1), time: evening } },
  ];
}

/** What the composer starts with: the evening of `day`, or of the next day that still has one. */
export function suggestedTime(now: Date, zone: string, day: string | null): WallTime {
  const { date: today } = wallTimeAt(now, zone);
  const evenings = [day ?? today, today, addDays(today, 1)].map((date) => ({
    date,
    time: evening,
  }));
  return (
    evenings.find((wall) => isAhead(wall, now, zone)) ?? {
      date: addDays(today, 1),
      time: evening,
    }
  );
}

function isAhead(wall: WallTime, now: Date, zone: string): boolean {
  const resolved = resolveWallTime(wall, zone);
  return resolved !== null && resolved.at.getTime() - now.getTime() >= headStartMs;
}
