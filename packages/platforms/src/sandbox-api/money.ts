/** What the sandbox pays in. */
export const currency = "USD";

/** An amount in the currency's unit. */
export function amountOf(cents: number): string {
  return (cents / 100).toFixed(2);
}
