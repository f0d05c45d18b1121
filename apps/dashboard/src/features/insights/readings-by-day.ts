import { wallTimeAt } from "#features/calendar/zoned-time.ts";
import type { Point } from "./split-at-gaps.ts";

/** What was read on a day of hers; a value for each line, null where it was not read. */
export type DayReadings = { date: string; at: number; values: (number | null)[] };

/** The readings of several lines by day, oldest first; of a day the last one counts. */
export function readingsByDay(lines: readonly (readonly Point[])[], zone: string): DayReadings[] {
  const days = new Map<string, DayReadings>();
  for (const [place, points] of lines.entries()) {
    for (const { at, value } of points) {
      const { date } = wallTimeAt(new Date(at), zone);
      const day = days.get(date) ?? { date, at, values: lines.map(() => null) };
      day.at = Math.max(day.at, at);
      day.values[place] = value;
      days.set(date, day);
    }
  }
  return [...days.values()].toSorted((a, b) => a.at - b.at);
}
