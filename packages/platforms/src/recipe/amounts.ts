/** "12,345" as 12345; null for anything else. */
export function readCount(text: string | undefined): number | null {
  if (text === undefined || !/^(\d{1,3}(,\d{3})*|\d+)$/.test(text)) return null;
  return Number(text.replaceAll(",", ""));
}

const units: Record<string, number> = { k: 1_000, m: 1_000_000 };

/** The same, and "12.3K" as 12300: what the platform shows, rounded as it rounds. */
export function readRoundedCount(text: string): number | null {
  const [, digits, unit] = /^(\d{1,3}(?:\.\d{1,2})?)\s?([km])$/i.exec(text) ?? [];
  if (digits === undefined || unit === undefined) return readCount(text);
  return Math.round(Number(digits) * (units[unit.toLowerCase()] ?? Number.NaN));
}

/** "$1,234.56" as "1234.56" of USD; null for anything else. */
export function readMoney(text: string | undefined): { amount: string; currency: string } | null {
  const [, amount] = /^\$((?:\d{1,3}(?:,\d{3})*|\d+)\.\d{2})$/.exec(text ?? "") ?? [];
  return amount === undefined ? null : { amount: amount.replaceAll(",", ""), currency: "USD" };
}
