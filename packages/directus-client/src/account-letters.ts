import { customEndpoint } from "@directus/sdk";
import { AppError } from "@genie/errors";
import type { DirectusClient } from "./create-directus-client.ts";
import { hasDirectusCode } from "./translate-error.ts";

/** What the link of a letter is for, and whose. */
export type LetterLink = {
  purpose: "email" | "invitation" | "registration" | "reset";
  email: string;
};

/** What became of a link that was used. `over`: it is good for nothing, `password`: another password is wanted. */
export type LetterOutcome =
  | { kind: "done" }
  | { kind: "over"; sentence: string }
  | { kind: "password"; sentence: string };

/** Sends a link for a new password to this address, if it is somebody's; nobody learns whether it is. */
export async function askForNewPassword(client: DirectusClient, email: string): Promise<void> {
  await post(client, "/account/forgot", { email });
}

/** What a link is for, without using it up; null when it is over. */
export async function lookAtLink(
  client: DirectusClient,
  token: string,
): Promise<LetterLink | null> {
  try {
    return await post<LetterLink>(client, "/account/look", { token });
  } catch (error) {
    if (hasDirectusCode(error, "LINK_OVER")) return null;
    throw error;
  }
}

/** Sets the password of who has the letter; all of her sessions end. */
export function resetPassword(
  client: DirectusClient,
  body: { token: string; password: string },
): Promise<LetterOutcome> {
  return openLink(client, "/account/reset", body);
}

/** Opens an account that waited for its person. */
export function acceptInvitation(
  client: DirectusClient,
  { token, password, displayName }: { token: string; password: string; displayName: string },
): Promise<LetterOutcome> {
  const name = displayName.trim();
  const body = { token, password, ...(name !== "" && { displayName: name }) };
  return openLink(client, "/account/accept", body);
}

/** Takes the address of a registration, with the password chosen there, or the new one of an account as confirmed. */
export async function confirmEmail(
  client: DirectusClient,
  body: { token: string; password?: string },
): Promise<Exclude<LetterOutcome, { kind: "done" }> | ({ kind: "done" } & LetterLink)> {
  try {
    return { kind: "done", ...(await post<LetterLink>(client, "/account/confirm", body)) };
  } catch (error) {
    return refused(error);
  }
}

/** Asks for another address for the caller's account: it changes once the letter to that was opened. */
export async function askForEmail(
  client: DirectusClient,
  body: { email: string; password: string },
): Promise<"sent" | "wrong_password"> {
  try {
    await post(client, "/account/email", body);
    return "sent";
  } catch (error) {
    if (hasDirectusCode(error, "WRONG_PASSWORD")) return "wrong_password";
    throw error;
  }
}

/** Invites somebody. Answers the link to hand over where no letters go out. Needs the operator's token. */
export async function invitePerson(
  client: DirectusClient,
  body: { email: string; role: "creator" | "viewer" },
): Promise<string | null> {
  const { link } = await post<{ link: string | null }>(client, "/account/invite", body);
  return link;
}

/**
 * Makes a creator's account. `confirm`: once she has opened the letter she can sign in, and known addresses get
 * the same answer. Needs the operator's token.
 */
export async function registerCreator(
  client: DirectusClient,
  body: { email: string; password: string; displayName?: string },
): Promise<{ kind: "active" | "confirm" } | { kind: "taken" | "weak"; sentence: string }> {
  try {
    const { state } = await post<{ state: "active" | "confirm" }>(
      client,
      "/account/register",
      body,
    );
    return { kind: state };
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    if (hasDirectusCode(error, "WEAK_PASSWORD")) return { kind: "weak", sentence: error.message };
    if (hasDirectusCode(error, "CONFLICT")) return { kind: "taken", sentence: error.message };
    throw error;
  }
}

async function openLink(
  client: DirectusClient,
  path: string,
  body: object,
): Promise<LetterOutcome> {
  try {
    await post(client, path, body);
    return { kind: "done" };
  } catch (error) {
    return refused(error);
  }
}

function refused(error: unknown): Exclude<LetterOutcome, { kind: "done" }> {
  if (error instanceof AppError) {
    const { message: sentence } = error;
    if (["WEAK_PASSWORD", "WRONG_PASSWORD"].some((code) => hasDirectusCode(error, code))) {
      return { kind: "password", sentence };
    }
    if (["CONFLICT", "LINK_OVER"].some((code) => hasDirectusCode(error, code))) {
      return { kind: "over", sentence };
    }
  }
  throw error;
}

function post<Answer>(client: DirectusClient, path: string, body: object): Promise<Answer> {
  const command = customEndpoint<Answer>({ method: "POST", path, body: JSON.stringify(body) });
  return client.send(command);
}
