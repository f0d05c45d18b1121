// By Intl alone: these are needed on pages that are to come without Temporal, which is 20 kB.
const dayMs = 24 * 60 * 60_000;

/** Whether there is such a day: "2026-11-25" is one, "2026-02-30" is not. */
export function isDate(date: string): boolean {
  if (!/^\d{4}-\d\d-\d\d$/.test(date)) return false;
  const midnight = new Date(`${date}T00:00:00Z`);
  return !Number.isNaN(midnight.getTime()) && dateOf(midnight) === date;
}

/** A day `count` days later, or earlier when negative. */
export function addDays(date: string, count: number): string {
  return dateOf(new Date(Date.parse(`${date}T00:00:00Z`) + count * dayMs));
}

/** When a day begins, which is not at midnight everywhere. */
export function startOfDay(date: string, zone: string): Date {
  const midnight = Date.parse(`${date}T00:00:00Z`);
  const clock = clockOf(zone);
  // By the zone's distance from UTC shortly before and after: where it changes at midnight, one of them leads there.
  const candidates = [midnight - dayMs, midnight + dayMs]
    .map((at) => midnight - (readClock(clock, at) - at))
    .filter((at) => dateOf(new Date(readClock(clock, at))) === date);
  return new Date(Math.min(...candidates));
}

const dateOf = (at: Date) => at.toISOString().slice(0, 10);

function clockOf(zone: string): Intl.DateTimeFormat {
  return new Intl.DateTimeFormat("en-GB", {
    timeZone: zone,
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
    hour: "2-digit",
    minute: "2-digit",
    second: "2-digit",
    hourCycle: "h23",
  });
}

/** What the zone's clock shows at a moment, as if it were UTC. */
function readClock(clock: Intl.DateTimeFormat, at: number): number {
  const parts = Object.fromEntries(
    clock.formatToParts(at).map(({ type, value }) => [type, Number(value)]),
  );
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = parts;
  return Date.UTC(year, month - 1, day, hour, minute, second);
}
