import { wallTimeAt } from "#features/calendar/zoned-time.ts";

const locale = "en-GB";

/** "4 December", "4 December 2027" in another year, "today, 21:00" within the day: for guesses. */
export function aboutDay(at: Date, now: Date, zone: string): string {
  const { date, time } = wallTimeAt(at, zone);
  const today = wallTimeAt(now, zone).date;
  if (date === today) return `today, ${time.slice(0, 5)}`;
  return new Intl.DateTimeFormat(locale, {
    day: "numeric",
    month: "long",
    timeZone: zone,
    ...(date.slice(0, 4) !== today.slice(0, 4) && { year: "numeric" }),
  }).format(at);
}
