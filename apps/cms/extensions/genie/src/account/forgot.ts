import type { Context } from "../directus.ts";
import { letters } from "../mail/letters.ts";
import { inBackground, requireMail, sendLetter, spendLetter } from "../mail/send-letter.ts";
import { findUserByEmail } from "./find-user.ts";
import { sendInvitation } from "./invite.ts";
import { makeLink } from "./links.ts";

/** Sends a link for a new password, if somebody has this address; the answer is there before that is known. */
export async function forgot(context: Context, email: string): Promise<object> {
  requireMail(context.env);
  await spendLetter(context, email);
  inBackground(context, async () => {
    const user = await findUserByEmail(context.database, email);
    if (user?.status === "invited") return sendInvitation(context, user);
    if (user?.status !== "active" && user?.status !== "unverified") return;
    const link = { user_id: user.id, email: user.email, purpose: "reset" } as const;
    await sendLetter(context, user.email, letters.reset(await makeLink(context, link)));
  });
  return {};
}
