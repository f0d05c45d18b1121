const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const dayMs = 24 * hourMs;

/** "in 3 hours", "5 minutes ago", or "4 Dec 2026" when a day or more away. */
export function describeMoment(date: Date, now: Date): string {
  const awayMs = date.getTime() - now.getTime();
  const relative = new Intl.RelativeTimeFormat("en-GB", { numeric: "auto" });
  if (Math.abs(awayMs) < minuteMs) return relative.format(0, "second");
  if (Math.abs(awayMs) < hourMs) return relative.format(Math.trunc(awayMs / minuteMs), "minute");
  if (Math.abs(awayMs) < dayMs) return relative.format(Math.trunc(awayMs / hourMs), "hour");
  return new Intl.DateTimeFormat("en-GB", {
    day: "numeric",
    month: "short",
    year: "numeric",
  }).format(date);
}
