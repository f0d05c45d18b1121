import type { Context } from "../directus.ts";
import { gateEnv } from "../gate-env.ts";
import { letters } from "../mail/letters.ts";
import { inBackground, requireMail, sendLetter, spendLetter } from "../mail/send-letter.ts";
import { refusal } from "../refusals.ts";
import { findUserByEmail, readUser } from "./find-user.ts";
import { makeLink } from "./links.ts";

/**
 * Sends a link to the new address, and word of it to the one that she has. Nothing changes before the link is
 * opened. Whether another account has the address is not said, but to its owner.
 */
export async function askForEmail(context: Context, user: string, email: string): Promise<object> {
  const { database, env } = context;
  requireMail(env);
  const person = await readUser(database, user);
  if (person.email.toLowerCase() === email) {
    throw refusal("CONFLICT", "This is the address that you have already.");
  }
  await spendLetter(context, email);
  inBackground(context, async () => {
    const holder = await findUserByEmail(database, email);
    // Whoever opens the letter proves what a registration that nobody confirmed did not.
    if (holder === undefined || holder.status === "unverified") {
      const url = await makeLink(context, { user_id: user, email, purpose: "email" });
      await sendLetter(context, email, letters.confirmEmail(url));
    } else {
      await sendLetter(context, holder.email, letters.addressTaken());
    }
    const { origin } = gateEnv(env);
    await sendLetter(context, person.email, letters.emailChangeAsked(`${origin}/forgot-password`));
  });
  return {};
}
