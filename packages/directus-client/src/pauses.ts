import { createItem, deleteItem, deleteItems, readItems } from "@directus/sdk";
import type { PublishPause, PublishStop } from "@genie/schema";
import type { DirectusClient } from "./create-directus-client.ts";
import { onlyOwn, type RowReader } from "./only-own.ts";
import { countRows, readRows } from "./read-rows.ts";

/** What a pause is for: an account, a platform by its id, or everything of the creator's. */
export type PauseScope =
  | { kind: "account"; profileId: string }
  | { kind: "platform"; platform: string }
  | { kind: "all" };

/** A time in which nothing of a creator's is sent. Times are ISO 8601; no end: until it is ended. */
export type Pause = {
  id: string;
  scope: PauseScope;
  reason: string | null;
  from: string;
  until: string | null;
};

/** While there is one, nothing is sent for anybody; set by an operator, or after a restore. */
export type Stop = {
  id: string;
  /** Null: all platforms. */
  platform: string | null;
  cause: PublishStop["cause"];
  /** A sentence for creators. */
  reason: string | null;
  since: string | null;
};

/** The caller's pauses, newest first, those that are over and those to come included. */
export async function listPauses(client: DirectusClient, viewer: RowReader): Promise<Pause[]> {
  const rows = await client.send(
    readItems("publish_pauses", {
      fields: ["id", "creator_profile_id", "platform", "reason", "paused_from", "paused_until"],
      sort: ["-paused_from"],
      limit: -1,
      ...onlyOwn(viewer),
    }),
  );
  return rows.map(toPause);
}

/** The stops that hold now, for everybody. */
export async function listStops(client: DirectusClient): Promise<Stop[]> {
  const fields = ["id", "platform", "cause", "reason", "date_created"] as const;
  const rows = await client.send(readItems("publish_stops", { fields: [...fields], limit: -1 }));
  return rows.map(({ date_created: since, ...stop }) => ({ ...stop, since }));
}

/** Sends nothing from now on, by the server's clock; answers the pause. What is late when it ends goes by its own rule. */
export async function startPause(
  client: DirectusClient,
  scope: PauseScope,
  { reason = null, until = null }: { reason?: string | null; until?: string | null } = {},
): Promise<string> {
  const { id } = await client.send(
    createItem(
      "publish_pauses",
      {
        creator_profile_id: scope.kind === "account" ? scope.profileId : null,
        platform: scope.kind === "platform" ? scope.platform : null,
        reason,
        paused_until: until,
      },
      { fields: ["id"] },
    ),
  );
  return id;
}

/** Sends nothing to a platform, or to none at all with null, for anybody; administrators only. */
export async function startStop(
  client: DirectusClient,
  { platform, reason }: Pick<Stop, "platform" | "reason">,
): Promise<void> {
  await client.send(createItem("publish_stops", { platform, reason }));
}

/** Ends stops; posts that waited for them go on at once. Administrators only. */
export async function endStops(client: DirectusClient, ids: readonly string[]): Promise<void> {
  if (ids.length > 0) await client.send(deleteItems("publish_stops", [...ids]));
}

/** How many doubtful posts, of everybody, are still looked up; administrators only. */
export async function countLookedUp(client: DirectusClient): Promise<number> {
  const filter = { status: { _eq: "unconfirmed" }, asked_at: { _null: true } };
  return countRows(client, "scheduled_posts", filter);
}

/** A post that is still to go out, without what it says. */
export type PlannedPost = {
  id: string;
  /** ISO 8601. */
  scheduled_for: string;
  creator_profile_id: { platform: string; username: string };
};

/**
 * Posts of everybody that go out by themselves once nothing is stopped, soonest first, and how many there are in all;
 * administrators only.
 */
export async function listPlanned(
  client: DirectusClient,
  { platform, limit }: { platform: string | null; limit: number },
): Promise<{ posts: PlannedPost[]; count: number }> {
  const filter = {
    status: { _in: ["pending", "unconfirmed"] },
    ...(platform !== null && { creator_profile_id: { platform: { _eq: platform } } }),
  };
  const fields = [
    "id",
    "scheduled_for",
    "creator_profile_id.platform",
    "creator_profile_id.username",
  ];
  const query = { fields, filter, sort: ["scheduled_for", "id"], limit };
  return {
    posts: await readRows<PlannedPost>(client, "scheduled_posts", query),
    count: await countRows(client, "scheduled_posts", filter),
  };
}

/** Ends a pause; posts that waited for it go on at once. */
export async function endPause(client: DirectusClient, id: string): Promise<void> {
  await client.send(deleteItem("publish_pauses", id));
}

function toPause(
  row: Pick<
    PublishPause,
    "creator_profile_id" | "id" | "paused_from" | "paused_until" | "platform" | "reason"
  >,
): Pause {
  const { creator_profile_id: profileId, platform } = row;
  const scope: PauseScope =
    profileId !== null
      ? { kind: "account", profileId }
      : platform === null
        ? { kind: "all" }
        : { kind: "platform", platform };
  return { id: row.id, scope, reason: row.reason, from: row.paused_from, until: row.paused_until };
}
