import { updateItem } from "@directus/sdk";
import type { DirectusClient } from "./create-directus-client.ts";

/** Empties a stored session for good; the row stays, and says that it was revoked. */
export async function wipeSession(client: DirectusClient, id: string): Promise<void> {
  await client.send(updateItem("platform_sessions", id, { status: "revoked" }, { fields: ["id"] }));
}
