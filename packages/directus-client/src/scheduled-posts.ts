import { customEndpoint, readItems, updateItem } from "@directus/sdk";
import type { ContentRating, PostState, ScheduledPost, SettleRequest } from "@genie/schema";
import type { DirectusClient } from "./create-directus-client.ts";
import { type Media, mediaFields, type MediaRow, toMedia } from "./media-rows.ts";
import { onlyOwn, type RowReader } from "./only-own.ts";
import { countRows, readRows } from "./read-rows.ts";

/** A post as its author sees it. Times are ISO 8601. */
export type Post = {
  id: string;
  account: { id: string; platform: string; username: string };
  status: PostState;
  /** Null only for a draft without a time. */
  scheduledFor: string | null;
  /** The IANA zone that the time was entered in. */
  timezone: string;
  caption: string;
  /** In the order of the post. */
  media: Media[];
  /** How far it goes. */
  rating: ContentRating;
  /** Of the posts that were written as one with it; null when it was written alone. */
  groupId: string | null;
  /** Answers to the options of its platform, by their names. */
  config: Record<string, unknown>;
  publishedAt: string | null;
  permalink: string | null;
  /** What a late post does: go out all the same, or wait for her. */
  latePolicy: "hold" | "publish";
  /** A picture of it on the platform. */
  proofFileId: string | null;
  /** When it was first seen on the platform, after it was published. */
  verifiedAt: string | null;
  lastSeenAt: string | null;
  takenDownAt: string | null;
  /** When she deleted it there from here. */
  removedAt: string | null;
  /** Null also where she said that it is there, and nobody knows which it is. */
  platformPostId: string | null;
  /** Since when its owner has to say whether it is out; null while it can be looked up. */
  askedAt: string | null;
  /** When she left it as it is. */
  leftAt: string | null;
  /** Not tried again before this, when the platform asked to wait. */
  retryAt: string | null;
  /** A sentence for people. */
  problem: string | null;
};

export type PostQuery = {
  states?: readonly PostState[];
  /** Posts planned from this moment on. */
  from?: Date;
  /** Posts planned before this moment. */
  before?: Date;
  /** Drafts that have no time yet, and nothing else. */
  withoutTime?: boolean;
  /** Only those that wait for her: not where she put them, or of unknown fate and not left so. */
  wantsOwner?: boolean;
  /** Only those that are still to go out, or are being found out about. */
  onTheirWay?: boolean;
  /** Only those that were found to be gone from their platform after this moment. */
  takenDownFrom?: Date;
  latestFirst?: boolean;
  limit?: number;
};

const own = [
  "id",
  "status",
  "scheduled_for",
  "timezone",
  "caption",
  "rating",
  "group_id",
  "platform_specific_config",
  "published_at",
  "permalink",
  "late_policy",
  "proof_file_id",
  "verified_at",
  "still_live_at",
  "taken_down_at",
  "removed_at",
  "platform_post_id",
  "asked_at",
  "left_at",
  "retry_at",
  "error_message",
] as const satisfies readonly (keyof ScheduledPost)[];

const fields: readonly string[] = [
  ...own,
  ...["id", "platform", "username"].map((field) => `creator_profile_id.${field}`),
  "media.sort",
  ...mediaFields.map((field) => `media.scraped_media_id.${field}`),
];

type PostRow = Pick<ScheduledPost, (typeof own)[number]> & {
  creator_profile_id: Post["account"];
  media: { sort: number | null; scraped_media_id: MediaRow | null }[];
};

/** The caller's posts by their time; at most 500. */
export async function listPosts(
  client: DirectusClient,
  viewer: RowReader,
  { latestFirst = false, limit = 500, ...query }: PostQuery = {},
): Promise<Post[]> {
  const rows = await readRows<PostRow>(client, "scheduled_posts", {
    fields,
    filter: filterOf(viewer, query),
    sort: [latestFirst ? "-scheduled_for" : "scheduled_for", "id"],
    limit,
  });
  return rows.map(toPost);
}

/** One post; null when it is not the caller's or does not exist. */
export async function readPost(client: DirectusClient, id: string): Promise<Post | null> {
  const filter = { id: { _eq: id } };
  const [row] = await readRows<PostRow>(client, "scheduled_posts", { fields, filter, limit: 1 });
  return row === undefined ? null : toPost(row);
}

/** The posts that were written as one, at most 200, in the order of their times. */
export const readPostGroup = (client: DirectusClient, groupId: string): Promise<Post[]> =>
  readAlike(client, { group_id: { _eq: groupId } });

/** The posts that were made with this idempotency key, at most 200. */
export const readPostsOfKey = (client: DirectusClient, key: string): Promise<Post[]> =>
  readAlike(client, { idempotency_key: { _eq: key } });

async function readAlike(client: DirectusClient, filter: Record<string, unknown>): Promise<Post[]> {
  const rows = await readRows<PostRow>(client, "scheduled_posts", {
    fields,
    filter,
    sort: ["scheduled_for", "id"],
    limit: 200,
  });
  return rows.map(toPost);
}

/** That a post is to go out. */
export type DuePost = { profileId: string; scheduledFor: string };

/** When the caller's posts are to go out, and of which account, the next first; at most 1000. */
export async function listDuePosts(client: DirectusClient, viewer: RowReader): Promise<DuePost[]> {
  const rows = await client.send(
    readItems("scheduled_posts", {
      fields: ["creator_profile_id", "scheduled_for"],
      filter: {
        ...onlyOwn(viewer).filter,
        status: { _eq: "pending" },
        scheduled_for: { _nnull: true },
      },
      sort: ["scheduled_for"],
      limit: 1000,
    }),
  );
  return rows.flatMap(({ creator_profile_id: profileId, scheduled_for: scheduledFor }) =>
    scheduledFor === null ? [] : [{ profileId, scheduledFor }],
  );
}

/** How many posts the caller has. */
export async function countPosts(
  client: DirectusClient,
  viewer: RowReader,
  query: Pick<PostQuery, "states"> = {},
): Promise<number> {
  return countRows(client, "scheduled_posts", filterOf(viewer, query));
}

/** Moves a post to another time, ISO 8601. Throws like `updatePosts`. */
export async function movePost(
  client: DirectusClient,
  id: string,
  change: { scheduledFor: string; timezone: string },
): Promise<void> {
  const row = { scheduled_for: change.scheduledFor, timezone: change.timezone };
  await client.send(updateItem("scheduled_posts", id, row, { fields: ["id"] }));
}

/** Cancels a post, or takes it back to a state that a person may ask for. Throws like `updatePosts`. */
export async function setPostStatus(
  client: DirectusClient,
  id: string,
  status: "cancelled" | "draft" | "pending",
): Promise<void> {
  await client.send(updateItem("scheduled_posts", id, { status }, { fields: ["id"] }));
}

/**
 * Says what became of a post that nobody could find out about. Throws `conflict` when it is known by
 * now or still being looked up, `invalid_input` for an address that is not the platform's.
 */
export async function settlePost(client: DirectusClient, request: SettleRequest): Promise<void> {
  const body = JSON.stringify(request);
  await client.send(customEndpoint({ method: "POST", path: "/publishing/settle", body }));
}

function filterOf(viewer: RowReader, query: PostQuery): Record<string, unknown> {
  const { states, from, before, withoutTime = false } = query;
  const time = {
    ...(withoutTime && { _null: true }),
    ...(from !== undefined && { _gte: from.toISOString() }),
    ...(before !== undefined && { _lt: before.toISOString() }),
  };
  return {
    ...onlyOwn(viewer).filter,
    ...(states !== undefined && { status: { _in: states } }),
    ...(Object.keys(time).length > 0 && { scheduled_for: time }),
    ...(query.wantsOwner && { _or: waitsForOwner }),
    ...(query.onTheirWay && { _or: isOnItsWay }),
    ...(query.takenDownFrom !== undefined && {
      taken_down_at: { _gte: query.takenDownFrom.toISOString() },
    }),
  };
}

const waitsForOwner = [
  { status: { _in: ["failed", "missed"] } },
  { status: { _eq: "unconfirmed" }, asked_at: { _nnull: true }, left_at: { _null: true } },
];

const isOnItsWay = [
  { status: { _in: ["pending", "publishing"] } },
  { status: { _eq: "unconfirmed" }, asked_at: { _null: true } },
];

function toPost(row: PostRow): Post {
  const media = row.media.toSorted((a, b) => (a.sort ?? 0) - (b.sort ?? 0));
  return {
    id: row.id,
    account: row.creator_profile_id,
    status: row.status,
    scheduledFor: row.scheduled_for,
    timezone: row.timezone,
    caption: row.caption ?? "",
    media: media.flatMap(({ scraped_media_id: item }) => (item === null ? [] : [toMedia(item)])),
    rating: row.rating,
    groupId: row.group_id,
    config: row.platform_specific_config ?? {},
    publishedAt: row.published_at,
    permalink: row.permalink,
    latePolicy: row.late_policy,
    proofFileId: row.proof_file_id,
    verifiedAt: row.verified_at,
    lastSeenAt: row.still_live_at,
    takenDownAt: row.taken_down_at,
    removedAt: row.removed_at,
    platformPostId: row.platform_post_id,
    askedAt: row.asked_at,
    leftAt: row.left_at,
    retryAt: row.retry_at,
    problem: row.error_message,
  };
}
