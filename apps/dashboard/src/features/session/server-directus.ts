import { createDirectusClient, type DirectusClient } from "@genie/directus-client";
import { traceHeaders } from "@genie/telemetry/request-id";
import { env } from "#env";

/** Directus as the holder of a session sees it. */
export function directusAs(token: string, clientAddress: string | null): DirectusClient {
  return createDirectusClient({
    url: env().DIRECTUS_URL,
    token,
    headers: onBehalfOf(clientAddress),
  });
}

/** Directus with every right, for registering users and their personas, for counting against limits, and nothing else. */
export function directusAsAdmin(): DirectusClient {
  const { DIRECTUS_URL, DIRECTUS_ADMIN_TOKEN } = env();
  return createDirectusClient({ url: DIRECTUS_URL, token: DIRECTUS_ADMIN_TOKEN });
}

/**
 * Strangers are limited by address, so Directus is told the caller's; PROXY_SECRET vouches for it. It is told of the
 * request, too, that this is done for.
 */
export function onBehalfOf(clientAddress: string | null): Record<string, string> {
  return {
    ...traceHeaders(),
    "x-genie-proxy": env().PROXY_SECRET,
    ...(clientAddress !== null && { "x-forwarded-for": clientAddress }),
  };
}
