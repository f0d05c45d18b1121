import { AppError } from "@genie/errors";
import { cookies } from "next/headers";
import { env } from "#env";
import { browserRoute } from "#features/http/guarded-route.ts";
import { jsonError } from "#features/http/json-error.ts";
import { directusAs } from "#features/session/server-directus.ts";
import { changeOwnPassword } from "#features/settings/change-own-password.ts";
import { defaultLocale } from "#messages/locale.ts";
import { messagesFor } from "#messages/messages.ts";

const messages = messagesFor(defaultLocale);

export const POST = browserRoute(async (body, request) => {
  const token = (await cookies()).get(env().SESSION_COOKIE_NAME)?.value;
  if (token === undefined) throw new AppError("unauthenticated", messages.requests.signedOut);
  const caller = directusAs(token, request.headers.get("x-forwarded-for"));
  const refusal = await changeOwnPassword(caller, body, messages);
  return refusal === undefined ? Response.json({ data: {} }) : jsonError(refusal);
});
