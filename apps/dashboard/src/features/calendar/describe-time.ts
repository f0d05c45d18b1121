import { wallTimeAt } from "./zoned-time.ts";

const locale = "en-GB";
const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const dayMs = 24 * hourMs;

/** "21:00", in her zone. */
export function clockTime(at: Date, zone: string): string {
  return format(at, { hour: "2-digit", minute: "2-digit", hourCycle: "h23", timeZone: zone });
}

/** "Tue 25 Nov" for a date like "2026-11-25"; with the year when it is not that of `today`. */
export function dayName(date: string, today: string): string {
  const parts = new Intl.DateTimeFormat(locale, {
    weekday: "short",
    day: "numeric",
    month: "short",
    timeZone: "UTC",
    ...(date.slice(0, 4) !== today.slice(0, 4) && { year: "numeric" }),
  }).formatToParts(new Date(`${date}T00:00:00Z`));
  // Browsers disagree about the comma.
  return parts.flatMap(({ type, value }) => (type === "literal" ? [] : [value])).join(" ");
}

/** "Wednesday 25 November 2026", for readers and headings. */
export function fullDayName(date: string): string {
  return format(new Date(`${date}T00:00:00Z`), { dateStyle: "full", timeZone: "UTC" });
}

/** "November 2026" for "2026-11". */
export function monthName(month: string): string {
  return format(new Date(`${month}-01T00:00:00Z`), {
    month: "long",
    year: "numeric",
    timeZone: "UTC",
  });
}

/** "in 3 hours, Tue 21:00" within a day, "Tue 1 Dec, 21:00" beyond. */
export function describeAhead(at: Date, now: Date, zone: string): string {
  const awayMs = at.getTime() - now.getTime();
  if (Math.abs(awayMs) >= dayMs) return dayAndTime(at, now, zone);
  const time = clockTime(at, zone);
  if (Math.abs(awayMs) < hourMs) return `${relative(awayMs)}, ${time}`;
  return `${relative(awayMs)}, ${format(at, { weekday: "short", timeZone: zone })} ${time}`;
}

/** "21:00" for a moment of today, "Tue 24 Nov, 21:00" for others. */
export function dayAndTime(at: Date, now: Date, zone: string): string {
  const { date } = wallTimeAt(at, zone);
  const today = wallTimeAt(now, zone).date;
  const time = clockTime(at, zone);
  return date === today ? time : `${dayName(date, today)}, ${time}`;
}

/** "25 Nov 2026, 20:00:00 UTC": what no clock change can confuse. */
export function utcTime(at: Date): string {
  return `${format(at, { dateStyle: "medium", timeStyle: "medium", timeZone: "UTC" })} UTC`;
}

function relative(awayMs: number): string {
  const formatter = new Intl.RelativeTimeFormat(locale, { numeric: "always" });
  const size = Math.abs(awayMs);
  if (size < minuteMs) return formatter.format(Math.trunc(awayMs / 1000), "second");
  if (size < hourMs) return formatter.format(Math.trunc(awayMs / minuteMs), "minute");
  return formatter.format(Math.trunc(awayMs / hourMs), "hour");
}

function format(at: Date, options: Intl.DateTimeFormatOptions): string {
  return new Intl.DateTimeFormat(locale, options).format(at);
}
