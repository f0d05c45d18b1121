import type { Profile } from "@genie/directus-client";

/** What an account's money is in, ISO 4217, as its last reading said; null where it did not. */
export function accountCurrency({ figures }: Pick<Profile, "figures">): string | null {
  const currency = figures?.["currency"];
  return typeof currency === "string" ? currency : null;
}
