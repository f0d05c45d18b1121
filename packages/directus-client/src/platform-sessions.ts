import { readItems } from "@directus/sdk";
import type { DirectusClient } from "./create-directus-client.ts";
import { onlyOwn, type RowReader } from "./only-own.ts";

/** That a platform knows us; the cookies are written and never read. */
export type PlatformSession = { profileId: string; expiresAt: string | null };

/** The caller's sessions that hold, newest first. */
export async function listActiveSessions(
  client: DirectusClient,
  viewer: RowReader,
): Promise<PlatformSession[]> {
  const { filter } = onlyOwn(viewer);
  const rows = await client.send(
    readItems("platform_sessions", {
      fields: ["creator_profile_id", "expires_at"],
      filter: { ...filter, status: { _eq: "active" } },
      sort: ["-captured_at"],
      limit: -1,
    }),
  );
  return rows.map((row) => ({ profileId: row.creator_profile_id, expiresAt: row.expires_at }));
}
