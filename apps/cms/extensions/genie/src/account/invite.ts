import type { InviteAnswer } from "@genie/accounts";
import type { z } from "zod";
import type { Context } from "../directus.ts";
import { letters } from "../mail/letters.ts";
import { mailIsOn, sendLetter } from "../mail/send-letter.ts";
import { hasCode, refusal } from "../refusals.ts";
import { readUser } from "./find-user.ts";
import { makeLink } from "./links.ts";
import { findUserInTheWay } from "./unconfirmed.ts";
import { usersService } from "./users-service.ts";

type Invited = { id: string; email: string };

/**
 * Makes an account that waits for its person, and sends her the way in; whoever is invited already gets another
 * letter. A registration with her address that nobody confirmed makes way. Where no letters go out, the operator gets the link to hand over herself.
 */
export async function invite(
  context: Context,
  { email, roleId, isOperator }: { email: string; roleId: string; isOperator: boolean },
): Promise<z.infer<typeof InviteAnswer>> {
  const { database, env } = context;
  if (!mailIsOn(env) && !isOperator) {
    throw refusal(
      "NO_MAIL",
      "This installation sends no e-mail, so nobody was invited. The command line gives you a link to hand over: npm run genie -- users invite.",
    );
  }
  const known = await findUserInTheWay(context, email);
  if (known && known.status !== "invited") {
    throw refusal("CONFLICT", `${email} has an account already. Nothing was changed.`);
  }
  const users = await usersService(context);
  const id = known?.id ?? (await users.createOne({ email, role: roleId, status: "invited" }));
  if (known) await users.updateOne(id, { role: roleId });
  const invited = await readUser(database, id);
  if (!mailIsOn(env)) return { link: await invitationLink(context, invited) };
  await sendInvitation(context, invited).catch((cause: unknown) => {
    if (!(cause instanceof Error && hasCode(cause, "LETTER_NOT_SENT"))) throw cause;
    const sentence = `The account of ${email} is made, but the letter did not go out. ${cause.message} Then invite her again.`;
    throw Object.assign(refusal("SERVICE_UNAVAILABLE", sentence), { cause });
  });
  return { link: null };
}

/** Another letter to somebody who is invited; the links before it stay good. */
export async function sendInvitation(context: Context, invited: Invited): Promise<void> {
  const url = await invitationLink(context, invited);
  await sendLetter(context, invited.email, letters.invitation(url));
}

const invitationLink = (context: Context, { id, email }: Invited) =>
  makeLink(context, { user_id: id, email, purpose: "invitation" });
