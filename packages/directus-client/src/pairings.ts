import { customEndpoint, deleteItem, readItems } from "@directus/sdk";
import type { DirectusClient } from "./create-directus-client.ts";
import { onlyOwn, type RowReader } from "./only-own.ts";

/** A browser whose extension may hand sessions over. */
export type PairedBrowser = {
  id: string;
  name: string;
  pairedUntil: string;
  lastSeenAt: string | null;
};

/** The caller's paired browsers, newest first. */
export async function listPairedBrowsers(
  client: DirectusClient,
  viewer: RowReader,
): Promise<PairedBrowser[]> {
  const rows = await client.send(
    readItems("extension_pairings", {
      fields: ["id", "name", "expires_at", "last_seen_at"],
      filter: { ...onlyOwn(viewer).filter, status: { _eq: "active" } },
      sort: ["-date_created"],
      limit: 100,
    }),
  );
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    pairedUntil: row.expires_at,
    lastSeenAt: row.last_seen_at,
  }));
}

/** A code that pairs one browser, once. `code` is known only now: Directus keeps its hash. */
export type PairingCode = { code: string; expiresAt: string };

/** Makes a code; the one before it is good for nothing then. */
export async function createPairingCode(client: DirectusClient): Promise<PairingCode> {
  const made = await client.send(
    customEndpoint<{ code: string; expires_at: string }>({
      method: "POST",
      path: "/pairings",
      body: "{}",
    }),
  );
  return { code: made.code, expiresAt: made.expires_at };
}

/** Ends a pairing at once; its browser is told so when it calls next. */
export async function revokePairing(client: DirectusClient, id: string): Promise<void> {
  await client.send(deleteItem("extension_pairings", id));
}
