import { readItems } from "@directus/sdk";
import type { PlatformSession as Row } from "@genie/schema";
import type { DirectusClient } from "./create-directus-client.ts";
import { onlyOwn, type RowReader } from "./only-own.ts";

/** That a platform knows us, or did; the cookies are written and never read. Times are ISO 8601. */
export type PlatformSession = {
  id: string;
  profileId: string;
  status: Row["status"];
  capturedBy: Row["captured_by"];
  capturedAt: string;
  /** When the platform said that it ends; null when it did not. */
  expiresAt: string | null;
  /** When the platform last took it. */
  lastUsedAt: string | null;
  /** When the platform first refused it. */
  endedAt: string | null;
  /** The number of the key that it is sealed with; null when it is wiped. */
  keyId: number | null;
};

/** The caller's sessions, those that are over too, newest first; at most the latest 500. */
export async function listSessions(
  client: DirectusClient,
  viewer: RowReader,
): Promise<PlatformSession[]> {
  const rows = await client.send(
    readItems("platform_sessions", {
      fields: [
        "id",
        "creator_profile_id",
        "status",
        "captured_by",
        "captured_at",
        "expires_at",
        "last_used_at",
        "ended_at",
        "key_id",
      ],
      sort: ["-captured_at"],
      limit: 500,
      ...onlyOwn(viewer),
    }),
  );
  return rows.flatMap((row) =>
    row.captured_at === null
      ? []
      : [
          {
            id: row.id,
            profileId: row.creator_profile_id,
            status: row.status,
            capturedBy: row.captured_by,
            capturedAt: row.captured_at,
            expiresAt: row.expires_at,
            lastUsedAt: row.last_used_at,
            endedAt: row.ended_at,
            keyId: row.key_id,
          },
        ],
  );
}
