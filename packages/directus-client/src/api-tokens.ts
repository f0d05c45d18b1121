import { customEndpoint, deleteItem, readItems } from "@directus/sdk";
import type { ProgramScope } from "@genie/schema";
import type { DirectusClient } from "./create-directus-client.ts";
import { onlyOwn, type RowReader } from "./only-own.ts";

export type ApiToken = {
  id: string;
  name: string;
  hint: string;
  scopes: ProgramScope[];
  /** Whether what can't be taken back waits for its person's yes. */
  asksFirst: boolean;
  expiresAt: string;
  lastUsedAt: string | null;
  createdAt: string | null;
};

export type NewApiToken = {
  name: string;
  scopes: ProgramScope[];
  expiresInDays: number;
  asksFirst?: boolean;
};

/** The caller's API tokens for programs, newest first; never the tokens themselves. */
export async function listApiTokens(
  client: DirectusClient,
  viewer: RowReader,
): Promise<ApiToken[]> {
  const rows = await client.send(
    readItems("api_tokens", {
      fields: [
        "id",
        "name",
        "hint",
        "scopes",
        "asks_first",
        "expires_at",
        "last_used_at",
        "date_created",
      ],
      filter: { ...onlyOwn(viewer).filter, extension_pairing_id: { _null: true } },
      sort: ["-date_created"],
      limit: 100,
    }),
  );
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    hint: row.hint,
    scopes: row.scopes.filter((scope) => scope !== "capture"),
    asksFirst: row.asks_first,
    expiresAt: row.expires_at,
    lastUsedAt: row.last_used_at,
    createdAt: row.date_created,
  }));
}

/** Makes a token for a program. `token` is known only now: Directus keeps its hash. */
export async function createApiToken(
  client: DirectusClient,
  { name, scopes, expiresInDays, asksFirst = true }: NewApiToken,
): Promise<{ id: string; token: string }> {
  const body = JSON.stringify({
    name,
    scopes,
    expires_in_days: expiresInDays,
    asks_first: asksFirst,
  });
  const { id, token } = await client.send(
    customEndpoint<{ id: string; token: string }>({
      method: "POST",
      path: "/tokens",
      body,
    }),
  );
  return { id, token };
}

/** Revokes a token at once. */
export async function revokeApiToken(client: DirectusClient, id: string): Promise<void> {
  await client.send(deleteItem("api_tokens", id));
}
