import { customEndpoint } from "@directus/sdk";
import { OwnSessions } from "@genie/schema";
import type { DirectusClient } from "./create-directus-client.ts";
import { translateError } from "./translate-error.ts";

/** One place where the caller is signed in. */
export type Device = {
  id: string;
  isCurrent: boolean;
  userAgent: string | null;
  ip: string | null;
  /** When it was opened or renewed; one in use is renewed once a day. */
  renewedAt: string;
};

/** Where the caller is signed in, this device first. */
export async function listDevices(client: DirectusClient): Promise<Device[]> {
  const answer = await client.send(customEndpoint({ method: "GET", path: "/account/sessions" }));
  return OwnSessions.parse(answer).map((session) => ({
    id: session.id,
    isCurrent: session.is_current,
    userAgent: session.user_agent,
    ip: session.ip,
    renewedAt: session.renewed_at,
  }));
}

/** Signs the caller out there, at once. One that is signed out already is no error. */
export async function signOutDevice(client: DirectusClient, id: string): Promise<void> {
  try {
    await post(client, "end", { id });
  } catch (error) {
    if (translateError(error).code !== "not_found") throw error;
  }
}

/** Signs the caller out everywhere but here, at once. */
export async function signOutOtherDevices(client: DirectusClient): Promise<void> {
  await post(client, "end-others", {});
}

function post(client: DirectusClient, step: string, body: object): Promise<unknown> {
  const path = `/account/sessions/${step}`;
  return client.send(customEndpoint({ method: "POST", path, body: JSON.stringify(body) }));
}
