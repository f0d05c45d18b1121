import { normaliseEmail } from "@genie/accounts";
import { type Account, type DirectusClient, listAccounts } from "@genie/directus-client";
import { AppError } from "@genie/errors";

/**
 * The account with this address, in whatever spelling the address is given or stored. Throws `not_found` when there is
 * none, and `conflict` when spellings of it have several.
 */
export async function findAccount(client: DirectusClient, text: string): Promise<Account> {
  const email = spellingOf(text);
  // A domain can be stored in two alphabets, so what is before it finds the ones to compare.
  const start = email.slice(0, email.lastIndexOf("@") + 1);
  const found = start === "" ? [] : await listAccounts(client, start);
  const same = found.filter((account) => spellingOf(account.email) === email);
  const [account] = same;
  if (account === undefined) {
    throw new AppError(
      "not_found",
      `Nobody has the address ${text}. "npm run genie -- users list" shows all accounts.`,
    );
  }
  if (same.length === 1) return account;
  const exact = same.find((one) => one.email === text);
  if (exact) return exact;
  throw new AppError(
    "conflict",
    `${same.length} accounts have the address ${text}: ${same.map((one) => one.email).join(", ")}. Nothing was changed. Write it exactly as the one that you mean.`,
  );
}

const spellingOf = (text: string) => normaliseEmail(text) ?? text.trim().toLowerCase();
