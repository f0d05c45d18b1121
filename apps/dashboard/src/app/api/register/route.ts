import { env } from "#env";
import { browserRoute } from "#features/http/guarded-route.ts";
import { jsonError } from "#features/http/json-error.ts";
import { registerCreator } from "#features/registration/register-creator.ts";
import { createRegistrationLimit } from "#features/registration/registration-limit.ts";
import { directusAsAdmin } from "#features/session/server-directus.ts";
import { defaultLocale } from "#messages/locale.ts";
import { messagesFor } from "#messages/messages.ts";

const messages = messagesFor(defaultLocale);
let limit: ReturnType<typeof createRegistrationLimit> | undefined;

export const POST = browserRoute(async (body, request) => {
  if (env().REGISTRATION === "closed") {
    return jsonError({ code: "forbidden", message: messages.register.closed });
  }
  limit ??= createRegistrationLimit(env().REGISTRATIONS_PER_HOUR, messages);
  await limit(request.headers.get("x-forwarded-for") ?? "unknown");

  const result = await registerCreator(directusAsAdmin(), body, messages);
  return "refused" in result
    ? jsonError(result.refused)
    : Response.json({ data: result }, { status: result.state === "active" ? 201 : 202 });
});
