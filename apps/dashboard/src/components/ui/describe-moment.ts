const locale = "en-GB";
const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const dayMs = 24 * hourMs;

/** "in 3 hours", "5 minutes ago", or "4 Dec 2026" in the zone when a day or more away. */
export function describeMoment(date: Date, now: Date, zone: string): string {
  const awayMs = date.getTime() - now.getTime();
  const relative = new Intl.RelativeTimeFormat(locale, { numeric: "auto" });
  if (Math.abs(awayMs) < minuteMs) return relative.format(0, "second");
  if (Math.abs(awayMs) < hourMs) return relative.format(Math.trunc(awayMs / minuteMs), "minute");
  if (Math.abs(awayMs) < dayMs) return relative.format(Math.trunc(awayMs / hourMs), "hour");
  return new Intl.DateTimeFormat(locale, {
    day: "numeric",
    month: "short",
    year: "numeric",
    timeZone: zone,
  }).format(date);
}

/** "Friday 4 December 2026 at 21:00" in the zone. */
export function momentInFull(date: Date, zone: string): string {
  return new Intl.DateTimeFormat(locale, {
    dateStyle: "full",
    timeStyle: "short",
    timeZone: zone,
  }).format(date);
}
