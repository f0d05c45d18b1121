import { setTimeout as wait } from "node:timers/promises";
import type { RegisterAnswer, RegisterRequest } from "@genie/accounts";
import { roles } from "@genie/schema";
import type { z } from "zod";
import type { Context } from "../directus.ts";
import { importFromDirectus } from "../directus-module.ts";
import { gateEnv } from "../gate-env.ts";
import { letters } from "../mail/letters.ts";
import { inBackground, mailIsOn, sendLetter, spendLetter } from "../mail/send-letter.ts";
import { refusal } from "../refusals.ts";
import { findUserByEmail, type KnownUser, readUser } from "./find-user.ts";
import { sendInvitation } from "./invite.ts";
import { makeLink } from "./links.ts";
import { requireStrength } from "./require-strength.ts";
import { usersService } from "./users-service.ts";

type Registration = z.output<typeof RegisterRequest>;

/**
 * Makes a creator's account. Where letters go out it can be used once the link in one was opened, and who
 * registers with an address that is known gets the same answer, in about the same time.
 */
export async function register(
  context: Context,
  registration: Registration,
): Promise<z.infer<typeof RegisterAnswer>> {
  const { database, env } = context;
  const { email, password, displayName = "" } = registration;
  await requireStrength(password, { email, displayName });
  if (!mailIsOn(env)) {
    if (await findUserByEmail(database, email)) {
      throw refusal(
        "CONFLICT",
        "There is already an account with this e-mail address. Log in instead.",
      );
    }
    await createUser(context, registration, "active");
    return { state: "active" };
  }
  await spendLetter(context, email);
  const soonest = wait(Number(env["LOGIN_STALL_TIME"] ?? 500));
  const known = await findUserByEmail(database, email);
  if (known === undefined) {
    const user = await createUser(context, registration, "unverified");
    await sendConfirmation(context, await readUser(database, user));
  } else {
    // As long as it takes to make an account.
    const hash = await hashOf(password);
    if (known.status === "unverified")
      await sendConfirmation(context, { ...known, password: hash });
    else tellOwner(context, known);
  }
  await soonest;
  return { state: "confirm" };
}

/**
 * The link opens the account with the password that was chosen when it was asked for, to who knows that: who
 * registers with an address of somebody else can't have her open it for him.
 */
async function sendConfirmation(context: Context, { id, email, password }: KnownUser) {
  const link = { user_id: id, email, password, purpose: "registration" } as const;
  const url = await makeLink(context, link);
  inBackground(context, () => sendLetter(context, email, letters.confirmRegistration(url)));
}

/** Somebody who is invited gets her invitation again: with that she is where she wants to be. */
function tellOwner(context: Context, known: KnownUser): void {
  inBackground(context, async () => {
    if (known.status === "invited") return sendInvitation(context, known);
    if (known.status !== "active") return;
    const { origin } = gateEnv(context.env);
    await sendLetter(context, known.email, letters.alreadyRegistered(`${origin}/login`));
  });
}

async function createUser(
  context: Context,
  { email, password, displayName }: Registration,
  status: "active" | "unverified",
): Promise<string> {
  const users = await usersService(context);
  return users.createOne({
    email,
    password,
    status,
    role: roles.creator.id,
    ...(displayName && { first_name: displayName }),
  });
}

type Hashing = { generateHash: (text: string) => Promise<string> };

async function hashOf(password: string): Promise<string> {
  const { generateHash } = await importFromDirectus<Hashing>("@directus/api/utils/generate-hash");
  return generateHash(password);
}
