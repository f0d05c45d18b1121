const counts = new Intl.NumberFormat("en-US");
const money = new Intl.NumberFormat("en-US", { style: "currency", currency: "USD" });
const moments = new Intl.DateTimeFormat("en-GB", {
  dateStyle: "medium",
  timeStyle: "short",
  timeZone: "UTC",
});
const days = new Intl.DateTimeFormat("en-GB", { dateStyle: "medium", timeZone: "UTC" });

/** 12345 as "12,345". */
export function formatCount(count: number): string {
  return counts.format(count);
}

/** 123456 cents as "$1,234.56". */
export function formatMoney(cents: number): string {
  return money.format(cents / 100);
}

/** A time as "3 May 2026, 14:05", in UTC. */
export function formatMoment(at: number): string {
  return moments.format(at);
}

/** A time as "3 May 2026", in UTC. */
export function formatDay(at: number): string {
  return days.format(at);
}

/** A time for the datetime attribute, with milliseconds. */
export function isoTime(at: number): string {
  return new Date(at).toISOString();
}
