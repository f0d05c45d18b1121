import { env } from "#env";
import { browserRoute } from "#features/http/guarded-route.ts";
import { jsonError } from "#features/http/json-error.ts";
import { registerCreator } from "#features/registration/register-creator.ts";
import { limitRegistrations } from "#features/registration/registration-limit.ts";
import { directusAsAdmin } from "#features/session/server-directus.ts";
import { defaultLocale } from "#messages/locale.ts";
import { messagesFor } from "#messages/messages.ts";

const messages = messagesFor(defaultLocale);

export const POST = browserRoute(async (body, request) => {
  if (env().REGISTRATION === "closed") {
    return jsonError({ code: "forbidden", message: messages.register.closed });
  }
  const directus = directusAsAdmin();
  await limitRegistrations(directus, request.headers.get("x-forwarded-for") ?? "unknown", {
    perHour: env().REGISTRATIONS_PER_HOUR,
    messages,
  });

  const result = await registerCreator(directus, body, messages);
  return "refused" in result
    ? jsonError(result.refused)
    : Response.json({ data: result }, { status: result.state === "active" ? 201 : 202 });
});
