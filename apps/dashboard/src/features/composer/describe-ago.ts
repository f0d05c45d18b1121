const dayMs = 24 * 60 * 60_000;

/** "5 minutes ago", "3 days ago": whole ones that have gone by. */
export function describeAgo(at: Date, now: Date): string {
  const awayMs = now.getTime() - at.getTime();
  const format = new Intl.RelativeTimeFormat("en-GB", { numeric: "always" });
  if (awayMs >= dayMs) return format.format(-Math.floor(awayMs / dayMs), "day");
  if (awayMs >= dayMs / 24) return format.format(-Math.floor((awayMs * 24) / dayMs), "hour");
  return format.format(-Math.max(1, Math.floor((awayMs * 24 * 60) / dayMs)), "minute");
}
