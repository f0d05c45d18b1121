import { login, logout, refresh } from "@directus/sdk";
import type { DirectusClient } from "./create-directus-client.ts";
import { hasDirectusCode } from "./translate-error.ts";

export type SignInResult = "signed_in" | "code_wanted" | "unconfirmed" | "wrong_password";

/**
 * Opens a session, kept by the browser in an httpOnly cookie. `code_wanted` means that the password
 * is right and the one-time code missing, wrong or used; `unconfirmed` that it is right and her e-mail address not
 * confirmed yet.
 */
export async function signIn(
  client: DirectusClient,
  { email, password, code }: { email: string; password: string; code?: string },
): Promise<SignInResult> {
  try {
    const otp = code === undefined ? {} : { otp: code };
    await client.send(login({ email, password }, { mode: "session", ...otp }));
    return "signed_in";
  } catch (error) {
    if (hasDirectusCode(error, "INVALID_OTP")) return "code_wanted";
    if (hasDirectusCode(error, "EMAIL_UNCONFIRMED")) return "unconfirmed";
    if (hasDirectusCode(error, "INVALID_CREDENTIALS")) return "wrong_password";
    throw error;
  }
}

/** An access token of 15 minutes for a program that acts as a person; null when the password is wrong. */
export async function requestAccessToken(
  client: DirectusClient,
  { email, password }: { email: string; password: string },
): Promise<string | null> {
  try {
    const answer = await client.send(login({ email, password }, { mode: "json" }));
    return answer.access_token;
  } catch (error) {
    if (hasDirectusCode(error, "INVALID_CREDENTIALS")) return null;
    throw error;
  }
}

/** Ends the session of the caller's cookie. */
export async function signOut(client: DirectusClient): Promise<void> {
  await client.send(logout({ mode: "session" }));
}

/** Replaces the caller's session cookie by one with a full lifetime. */
export async function refreshSession(client: DirectusClient): Promise<void> {
  await client.send(refresh({ mode: "session" }));
}
