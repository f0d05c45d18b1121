import { AppError } from "@genie/errors";

/** Where an account is: its name there, and the origin of its server. */
export type AccountOn = { name: string; origin: string };

/** `name@server`, where the server may have a port. */
export const addressShape =
  /^([a-z0-9_](?:[a-z0-9_.-]*[a-z0-9_])?)@([a-z0-9.-]+\.[a-z0-9-]+(?::\d{1,5})?)$/;

/** Reads `name@server`. Throws `invalid_input` for anything else. */
export function accountOn(username: string, testUrl?: string): AccountOn {
  const account = findAccount(username, testUrl);
  if (account !== null) return account;
  throw new AppError(
    "invalid_input",
    "This account does not say on which server it is. Nothing was changed; connect it again as name@server.",
  );
}

/** The same; null for anything else. */
export function findAccount(username: string, testUrl?: string): AccountOn | null {
  const plain = username.trim().replace(/^@/, "").toLowerCase();
  const [, name, server] = addressShape.exec(plain) ?? [];
  if (name === undefined || server === undefined) return null;
  const isTest = testUrl !== undefined && new URL(testUrl).host === server;
  return { name, origin: isTest ? new URL(testUrl).origin : `https://${server}` };
}
