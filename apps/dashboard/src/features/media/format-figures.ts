const locale = "en-GB";
const whole = new Intl.NumberFormat(locale);
const short = new Intl.NumberFormat(locale, { notation: "compact", maximumFractionDigits: 1 });

/** "1,234" */
export function formatCount(count: number): string {
  return whole.format(count);
}

/** "1.2K": for tiles, where there is little room. */
export function formatShortCount(count: number): string {
  return short.format(count);
}

/** "$12.50": an exact amount in its currency's unit; without a currency the number alone. */
export function formatMoney(amount: string, currency: string | null): string {
  const value = Number(amount);
  try {
    return currency === null
      ? new Intl.NumberFormat(locale, { minimumFractionDigits: 2 }).format(value)
      : new Intl.NumberFormat(locale, {
          style: "currency",
          currency,
          currencyDisplay: "narrowSymbol",
        }).format(value);
  } catch {
    return `${whole.format(value)} ${currency}`;
  }
}
