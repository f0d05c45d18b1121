import type { ConfirmAnswer } from "@genie/accounts";
import type { z } from "zod";
import type { Accountability, Context } from "../directus.ts";
import { letters } from "../mail/letters.ts";
import { afterTheAnswer, sendLetter } from "../mail/send-letter.ts";
import { refusal } from "../refusals.ts";
import { findUserByEmail, readUser } from "./find-user.ts";
import { findLink, type Link, useUp } from "./links.ts";
import { usersService } from "./users-service.ts";

/** Takes an address as confirmed: that of a registration, or the new one of an account. */
export async function confirm(
  context: Context,
  token: string,
  caller: Accountability | null,
): Promise<z.infer<typeof ConfirmAnswer>> {
  const { database } = context;
  const link = await findLink(database, token, ["registration", "email"]);
  if (link.purpose === "email") await requireFree(context, link);
  await useUp(database, link);
  if (link.purpose === "email") await changeEmail(context, link, caller);
  else await openAccount(context, link);
  return { purpose: link.purpose, email: link.email };
}

async function openAccount(context: Context, { user_id: user, password }: Link): Promise<void> {
  // A hash, which Directus would hash again.
  await context.database("directus_users").where({ id: user }).update({ password });
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
  const users = await usersService(context, herself);
  await users.updateOne(user, { email });
  afterTheAnswer(context, () => sendLetter(context, before.email, letters.emailChanged()));
}

async function requireFree({ database }: Context, { user_id: user, email }: Link): Promise<void> {
  const holder = await findUserByEmail(database, email);
  if (holder === undefined || holder.id === user) return;
  throw refusal(
    "CONFLICT",
    "There is another account with this e-mail address by now. Yours keeps the one that it has.",
  );
}
