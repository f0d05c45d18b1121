const yearMs = 365 * 24 * 60 * 60_000;

/** A day below a chart: "25 Nov", or "Nov 2026" where more than a year is shown. */
export function chartDay(at: number, spanMs: number, zone: string): string {
  const parts = spanMs > yearMs ? ({ year: "numeric" } as const) : ({ day: "numeric" } as const);
  return new Intl.DateTimeFormat("en-GB", { month: "short", timeZone: zone, ...parts }).format(at);
}
