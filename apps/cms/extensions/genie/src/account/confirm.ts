import type { ConfirmAnswer, ConfirmRequest } from "@genie/accounts";
import type { z } from "zod";
import type { Accountability, Context } from "../directus.ts";
import { letters } from "../mail/letters.ts";
import { inBackground, sendLetter } from "../mail/send-letter.ts";
import { hasCode, refusal } from "../refusals.ts";
import { endPlainTokens, endSessions } from "./end-sessions.ts";
import { readUser } from "./find-user.ts";
import { requirePassword } from "./person.ts";
import { findLink, type Link, useUp } from "./links.ts";
import { findUserInTheWay } from "./unconfirmed.ts";
import { usersService } from "./users-service.ts";

/** Takes an address as confirmed: that of a registration, or the new one of an account. */
export async function confirm(
  context: Context,
  { token, password = "" }: z.infer<typeof ConfirmRequest>,
  caller: Accountability | null,
): Promise<z.infer<typeof ConfirmAnswer>> {
  const { database } = context;
  const link = await findLink(database, token, ["registration", "email"]);
  if (link.purpose === "email") await requireFree(context, link);
  else await requireChosen(context, link, password);
  await useUp(database, link);
  if (link.purpose === "email") await changeEmail(context, link, caller);
  else await openAccount(context, link);
  return { purpose: link.purpose, email: link.email };
}

/**
 * Who opens the letter has to be who registered: a stranger could have done so with her address and a password that
 * he knows. Nobody can sign in yet, so that the account has the link's password by then harms nobody.
 */
async function requireChosen(context: Context, link: Link, password: string): Promise<void> {
  await setChosen(context, link);
  try {
    await requirePassword(context, link.user_id, password);
  } catch (cause) {
    if (!hasCode(cause, "WRONG_PASSWORD")) throw cause;
    throw Object.assign(refusal("WRONG_PASSWORD", notChosen), { cause });
  }
}

const notChosen =
  "This is not the password that was chosen with this letter. Nothing was opened. If it was not you who registered, register yourself: then your own letter comes.";

/** A hash, which Directus would hash again. */
async function setChosen({ database }: Context, { user_id: user, password }: Link): Promise<void> {
  await database("directus_users").where({ id: user, status: "unverified" }).update({ password });
}

async function openAccount(context: Context, link: Link): Promise<void> {
  const { user_id: user } = link;
  await setChosen(context, link);
  const users = await usersService(context);
  await users.updateOne(user, { status: "active" });
}

async function changeEmail(
  context: Context,
  { user_id: user, email }: Link,
  caller: Accountability | null,
): Promise<void> {
  const before = await readUser(context.database, user);
  // Where she opens the link while she is signed in, that session stays; all others end.
  const herself = caller?.user === user ? { ...caller, admin: true } : null;
  await endSessions(context.database, user, herself?.session);
  const users = await usersService(context, herself);
  await users.updateOne(user, { email });
  await endPlainTokens(context.database, user);
  inBackground(context, () => sendLetter(context, before.email, letters.emailChanged()));
}

async function requireFree(context: Context, { user_id: user, email }: Link): Promise<void> {
  const holder = await findUserInTheWay(context, email);
  if (holder === undefined || holder.id === user) return;
  throw refusal(
    "CONFLICT",
    "There is another account with this e-mail address by now. Yours keeps the one that it has.",
  );
}
