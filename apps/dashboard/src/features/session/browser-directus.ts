import { createDirectusClient, type DirectusClient } from "@genie/directus-client";

let client: DirectusClient | undefined;

/** Directus as the person at this browser sees it; the session is a cookie that we never touch. */
export function browserDirectus(): DirectusClient {
  client ??= createDirectusClient({
    url: `${window.location.origin}/api/directus`,
    credentials: "include",
  });
  return client;
}
