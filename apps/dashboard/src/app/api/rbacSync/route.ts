import { webhookRoute } from "#features/http/guarded-route.ts";
import { syncPersona } from "#features/rbac-sync/sync-persona.ts";
import { directusAsAdmin } from "#features/session/server-directus.ts";
import { defaultLocale } from "#messages/locale.ts";
import { messagesFor } from "#messages/messages.ts";

export const POST = webhookRoute(async (body) => {
  const persona = await syncPersona(directusAsAdmin(), body, messagesFor(defaultLocale));
  return Response.json({ data: { persona } });
});
