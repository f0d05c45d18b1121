import type { Context } from "../directus.ts";
import { refusal } from "../refusals.ts";
import { isTaken } from "./unconfirmed.ts";

/** Refuses a list on which somebody has an account already, and names who; changes nothing. */
export async function requireInvitable(context: Context, emails: string[]): Promise<void> {
  const taken: string[] = [];
  for (const email of new Set(emails)) if (await isTaken(context, email)) taken.push(email);
  if (taken.length === 0) return;
  const who =
    taken.length === 1
      ? `${taken.join()} has an account already`
      : `These have an account already: ${taken.join(", ")}`;
  throw refusal(
    "CONFLICT",
    `${who}. Nobody was invited and nothing was changed. Leave out who has an account, and invite the others.`,
  );
}
