import { customEndpoint, deleteItem, readItems } from "@directus/sdk";
import type { ApiTokenScope } from "@genie/schema";
import type { DirectusClient } from "./create-directus-client.ts";
import { onlyOwn, type RowReader } from "./only-own.ts";

export type ApiToken = {
  id: string;
  name: string;
  hint: string;
  scopes: ApiTokenScope[];
  expiresAt: string;
  lastUsedAt: string | null;
  createdAt: string | null;
};

/** The caller's API tokens, newest first; never the tokens themselves. */
export async function listApiTokens(
  client: DirectusClient,
  viewer: RowReader,
): Promise<ApiToken[]> {
  const rows = await client.send(
    readItems("api_tokens", {
      fields: ["id", "name", "hint", "scopes", "expires_at", "last_used_at", "date_created"],
      sort: ["-date_created"],
      limit: 100,
      ...onlyOwn(viewer),
    }),
  );
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    hint: row.hint,
    scopes: row.scopes,
    expiresAt: row.expires_at,
    lastUsedAt: row.last_used_at,
    createdAt: row.date_created,
  }));
}

/** Makes a token for a program. `token` is known only now: Directus keeps its hash. */
export async function createApiToken(
  client: DirectusClient,
  { name, scopes, expiresInDays }: { name: string; scopes: ApiTokenScope[]; expiresInDays: number },
): Promise<{ id: string; token: string }> {
  const body = JSON.stringify({ name, scopes, expires_in_days: expiresInDays });
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
