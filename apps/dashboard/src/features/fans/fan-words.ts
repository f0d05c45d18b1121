import type { Fan, Profile } from "@genie/directus-client";
import { formatMoney } from "#features/media/format-figures.ts";
import { accountCurrency } from "#features/platforms/account-currency.ts";

/** What a fan is called: the display name, or what else there is. */
export function fanName({ displayName, username }: Fan, nameless: string): string {
  return displayName || username || nameless;
}

/** An amount of one fan's account, in that account's currency. */
export function sayAmount(amount: string, fan: Fan, profiles: readonly Profile[]): string {
  const profile = profiles.find(({ id }) => id === fan.account.id);
  return formatMoney(amount, profile === undefined ? null : accountCurrency(profile));
}
