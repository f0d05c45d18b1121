import { AppError } from "@genie/errors";
import { cookies } from "next/headers";
import { env } from "#env";
import { defaultLocale } from "#messages/locale.ts";
import { messagesFor } from "#messages/messages.ts";

/** The session of who asks; whether it is a living one says Directus. Throws `unauthenticated` without one. */
export async function requireToken(): Promise<string> {
  const token = (await cookies()).get(env().SESSION_COOKIE_NAME)?.value;
  if (token !== undefined) return token;
  throw new AppError("unauthenticated", messagesFor(defaultLocale).requests.signedOut);
}
