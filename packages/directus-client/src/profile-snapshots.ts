import type { ProfileSnapshot as Row } from "@genie/schema";
import type { DirectusClient } from "./create-directus-client.ts";
import { onlyOwn, type RowReader } from "./only-own.ts";
import { readRows } from "./read-rows.ts";

/** A profile's figures at a moment. Money in the currency's unit, as an exact number in text. */
export type ProfileSnapshot = {
  profileId: string;
  takenAt: string;
  followers: number | null;
  following: number | null;
  posts: number | null;
  likes: number | null;
  earnings: string | null;
};

/** The figures of the caller's accounts since a moment, oldest first; at most the latest 1000. */
export async function listProfileSnapshots(
  client: DirectusClient,
  viewer: RowReader,
  since: Date,
): Promise<ProfileSnapshot[]> {
  const rows = await readRows<Row>(client, "profile_snapshots", {
    fields: [
      "creator_profile_id",
      "taken_at",
      "followers",
      "following",
      "posts",
      "likes",
      "earnings",
    ],
    filter: { ...onlyOwn(viewer).filter, taken_at: { _gte: since.toISOString() } },
    sort: ["-taken_at"],
    limit: 1000,
  });
  return rows
    .map((row) => ({
      profileId: row.creator_profile_id,
      takenAt: row.taken_at,
      followers: row.followers,
      following: row.following,
      posts: row.posts,
      likes: row.likes,
      earnings: row.earnings,
    }))
    .toReversed();
}
