import { readItems } from "@directus/sdk";
import type { HitlSession } from "@genie/schema";
import type { DirectusClient } from "./create-directus-client.ts";
import { onlyOwn, type RowReader } from "./only-own.ts";

/** A log-in that waits for her. */
export type LogInRequest = {
  id: string;
  profileId: string;
  reason: HitlSession["reason"];
  /** What the platform asked for, as a sentence. */
  notes: string | null;
  requestedAt: string | null;
  expiresAt: string | null;
};

/** The log-ins that wait for the caller, the oldest first. */
export async function listLogInRequests(
  client: DirectusClient,
  viewer: RowReader,
): Promise<LogInRequest[]> {
  const { filter } = onlyOwn(viewer);
  const rows = await client.send(
    readItems("hitl_sessions", {
      fields: ["id", "creator_profile_id", "reason", "notes", "requested_at", "expires_at"],
      filter: { ...filter, status: { _eq: "pending" } },
      sort: ["requested_at"],
      limit: -1,
    }),
  );
  return rows.map((row) => ({
    id: row.id,
    profileId: row.creator_profile_id,
    reason: row.reason,
    notes: row.notes,
    requestedAt: row.requested_at,
    expiresAt: row.expires_at,
  }));
}
