import type { ProfileSnapshot as Row } from "@genie/schema";
import type { DirectusClient } from "./create-directus-client.ts";
import { inPieces } from "./in-pieces.ts";
import { onlyOwn, type RowReader } from "./only-own.ts";
import { readGroups, readRows } from "./read-rows.ts";

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
    fields,
    filter: { ...onlyOwn(viewer).filter, taken_at: { _gte: since.toISOString() } },
    sort: ["-taken_at"],
    limit: 1000,
  });
  return rows.map(toSnapshot).toReversed();
}

/** Of how much time a course has one reading. */
export type CourseStep = "day" | "week";

/**
 * How the figures of one account went since a moment, or from the first reading on: the last reading
 * of each day or week, oldest first. Days are those of UTC. Databases pick them: at most 1000 are read.
 */
export async function readProfileCourse(
  client: DirectusClient,
  profileId: string,
  { since, step }: { since: Date | null; step: CourseStep },
): Promise<ProfileSnapshot[]> {
  const ofProfile = { creator_profile_id: { _eq: profileId } };
  const last = await readGroups<{ max: { taken_at: string } }>(client, "profile_snapshots", {
    // Weeks by month as well: the last days of December may be in week 1 of their own year.
    groupBy: ["year", "month", step].map((part) => `${part}(taken_at)`),
    aggregate: { max: ["taken_at"] },
    filter: { ...ofProfile, ...(since && { taken_at: { _gte: since.toISOString() } }) },
    limit: 1000,
  });
  const moments = last.map(({ max }) => new Date(max.taken_at).toISOString());
  const rows = await inPieces(moments, (piece) =>
    readRows<Row>(client, "profile_snapshots", {
      fields,
      filter: { ...ofProfile, taken_at: { _in: piece } },
      limit: piece.length,
    }),
  );
  return rows.map(toSnapshot).toSorted((a, b) => Date.parse(a.takenAt) - Date.parse(b.takenAt));
}

const fields = [
  "creator_profile_id",
  "taken_at",
  "followers",
  "following",
  "posts",
  "likes",
  "earnings",
] as const satisfies readonly (keyof Row)[];

function toSnapshot(row: Pick<Row, (typeof fields)[number]>): ProfileSnapshot {
  return {
    profileId: row.creator_profile_id,
    takenAt: row.taken_at,
    followers: row.followers,
    following: row.following,
    posts: row.posts,
    likes: row.likes,
    earnings: row.earnings,
  };
}
