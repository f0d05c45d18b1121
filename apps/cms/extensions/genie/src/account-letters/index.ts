import { endLinks } from "../account/links.ts";
import type { Hook, Payload } from "../directus.ts";
import { gateEnv } from "../gate-env.ts";
import { letters } from "../mail/letters.ts";
import { inBackground, mailIsOn, sendLetter } from "../mail/send-letter.ts";

/**
 * After an account was changed, by whomever: links of letters that were written before are over, and the owner
 * hears of a new password.
 */
export const accountLetters: Hook = ({ action }, context) => {
  const { database, env } = context;

  action("users.update", async (meta) => {
    const { payload, keys } = meta as { payload: Payload; keys: string[] };
    const changes = ["email", "password", "status"].filter((field) => field in payload);
    if (changes.length === 0) return;
    const users = await database("directus_users")
      .whereIn("id", keys)
      .where("status", "active")
      .select<{ id: string; email: string | null }[]>("id", "email");
    // Who registers again has a new password, and the letters before it stay good.
    await endLinks(
      database,
      users.map(({ id }) => id),
    );
    // A first password comes with the account's opening.
    if (!changes.includes("password") || changes.includes("status") || !mailIsOn(env)) return;
    const words = letters.passwordChanged(`${gateEnv(env).origin}/forgot-password`);
    for (const { email } of users) {
      if (email !== null) inBackground(context, () => sendLetter(context, email, words));
    }
  });
};
