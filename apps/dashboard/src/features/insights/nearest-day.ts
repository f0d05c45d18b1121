import type { DayReadings } from "./readings-by-day.ts";

/** The place of the day whose readings are nearest to a moment; 0 when there are none. */
export function nearestDay(days: readonly Pick<DayReadings, "at">[], at: number): number {
  let nearest = 0;
  for (const [place, day] of days.entries()) {
    if (Math.abs(day.at - at) < Math.abs((days[nearest]?.at ?? 0) - at)) nearest = place;
  }
  return nearest;
}
