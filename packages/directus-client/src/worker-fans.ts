import { createItems, readItems, updateItemsBatch } from "@directus/sdk";
import type { FanProfile, FanSnapshot } from "@genie/schema";
import type { DirectusClient } from "./create-directus-client.ts";
import { isConflict } from "./translate-error.ts";

const figures = [
  "username",
  "display_name",
  "tier",
  "status",
  "subscribed_at",
  "engagement_score",
  "total_spent",
  "last_interaction",
] as const satisfies readonly (keyof FanProfile)[];

/** What a reading finds of a fan, in the names of `fan_profiles`. */
export type FanFigures = Pick<FanProfile, (typeof figures)[number]>;

/** A fan that the library has. */
export type KnownFan = { id: string; platformFanId: string; createdAt: Date; figures: FanFigures };

export type NewFan = FanFigures & { ownerId: string; profileId: string; platformFanId: string };

export type NewFanSnapshot = Pick<
  FanSnapshot,
  "engagement_score" | "status" | "tier" | "total_spent"
> & { ownerId: string; fanId: string; takenAt: Date };

const fields = ["id", "platform_fan_id", "date_created", ...figures] as const;
type FanRow = Pick<FanProfile, (typeof fields)[number]>;

/** Which of these fans are known, by the platform's id. */
export async function findFans(
  client: DirectusClient,
  profileId: string,
  platformFanIds: readonly string[],
): Promise<Map<string, KnownFan>> {
  if (platformFanIds.length === 0) return new Map();
  const rows = await client.send(
    readItems("fan_profiles", {
      fields: [...fields],
      filter: {
        creator_profile_id: { _eq: profileId },
        platform_fan_id: { _in: [...platformFanIds] },
      },
      limit: platformFanIds.length,
    }),
  );
  return new Map(rows.map((row) => [row.platform_fan_id, toKnown(row)]));
}

/** A page of the fans of a profile that are said to be active, by offset. */
export async function listActiveFans(
  client: DirectusClient,
  profileId: string,
  { offset, limit }: { offset: number; limit: number },
): Promise<KnownFan[]> {
  const rows = await client.send(
    readItems("fan_profiles", {
      fields: [...fields],
      filter: { creator_profile_id: { _eq: profileId }, status: { _eq: "active" } },
      sort: ["id"],
      limit,
      offset,
    }),
  );
  return rows.map(toKnown);
}

/** Adds fans, all or none, and gives their ids in order; "exists" when one of them is known already. */
export async function addFans(
  client: DirectusClient,
  fans: readonly NewFan[],
): Promise<string[] | "exists"> {
  if (fans.length === 0) return [];
  const rows = fans.map(({ ownerId, profileId, platformFanId, ...found }) => ({
    ...found,
    user_id: ownerId,
    creator_profile_id: profileId,
    platform_fan_id: platformFanId,
  }));
  try {
    const made = await client.send(createItems("fan_profiles", rows, { fields: ["id"] }));
    return made.map(({ id }) => id);
  } catch (error) {
    if (isConflict(error)) return "exists";
    throw error;
  }
}

/** New figures for fans; what the creator has written about them stays. */
export async function updateFans(
  client: DirectusClient,
  changes: readonly (FanFigures & { id: string })[],
): Promise<void> {
  if (changes.length === 0) return;
  await client.send(updateItemsBatch("fan_profiles", [...changes], { fields: ["id"] }));
}

/** Adds points to the course of fans. One that a fan has already at that moment is left as it is. */
export async function addFanSnapshots(
  client: DirectusClient,
  snapshots: readonly NewFanSnapshot[],
): Promise<void> {
  if (snapshots.length === 0) return;
  try {
    await client.send(createItems("fan_snapshots", snapshots.map(snapshotRow), { fields: ["id"] }));
  } catch (error) {
    if (!isConflict(error)) throw error;
    const known = await client.send(
      readItems("fan_snapshots", {
        fields: ["fan_profile_id", "taken_at"],
        filter: {
          fan_profile_id: { _in: snapshots.map(({ fanId }) => fanId) },
          taken_at: { _in: snapshots.map(({ takenAt }) => takenAt.toISOString()) },
        },
        limit: -1,
      }),
    );
    const there = new Set(known.map((row) => keyOf(row.fan_profile_id, new Date(row.taken_at))));
    const rest = snapshots.filter(({ fanId, takenAt }) => !there.has(keyOf(fanId, takenAt)));
    if (rest.length === snapshots.length) throw error;
    await addFanSnapshots(client, rest);
  }
}

const keyOf = (fanId: string, takenAt: Date) => `${fanId} ${takenAt.getTime()}`;

function snapshotRow({ ownerId, fanId, takenAt, ...found }: NewFanSnapshot) {
  return {
    ...found,
    user_id: ownerId,
    fan_profile_id: fanId,
    taken_at: takenAt.toISOString(),
  };
}

function toKnown(row: FanRow): KnownFan {
  const { id, platform_fan_id: platformFanId, date_created: createdAt, ...found } = row;
  return { id, platformFanId, createdAt: new Date(createdAt ?? 0), figures: found };
}
