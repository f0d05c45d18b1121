import { createItems, deleteItems, readItems, updateItemsBatch } from "@directus/sdk";
import { AppError } from "@genie/errors";
import type { ContentRating, PostState, ScheduledPost } from "@genie/schema";
import type { DirectusClient } from "./create-directus-client.ts";
import { newId } from "./new-id.ts";
import { type Post, readPostsOfKey } from "./scheduled-posts.ts";
import { isConflict } from "./translate-error.ts";

/** What a person decides about a post. */
export type PostPlan = {
  profileId: string;
  caption: string;
  /** Ids of her media, in order. */
  mediaIds: readonly string[];
  scheduledFor: string | null;
  timezone: string;
  status: "draft" | "pending";
  /** As it was, or `publish` for a post that is new, when it is left out. */
  latePolicy?: Post["latePolicy"];
  /** As it was, or `general`, when it is left out. */
  rating?: ContentRating;
  /** Answers to the options of its platform, all of them; as they were when it is left out. */
  config?: Post["config"];
};

/** Makes a post and answers its id. Throws `invalid_input` with the gate's sentence. */
export async function createPost(client: DirectusClient, plan: PostPlan): Promise<string> {
  const [id = ""] = await createPosts(client, [plan]);
  return id;
}

/**
 * Makes posts, all of them or none, and answers their ids in the order of the plans. Two or more belong together from then on
 * (`groupId`). Throws `invalid_input` with the gate's sentence; `refusedAccount` says for which.
 *
 * With a `key`, one for each time that she wants them made, it can be tried again when the answer was lost: what an earlier
 * try has made is not made again, but changed where the plans are others by now. Throws `conflict` when such a one is on its
 * way already.
 */
export async function createPosts(
  client: DirectusClient,
  plans: readonly PostPlan[],
  { key }: { key?: string } = {},
): Promise<string[]> {
  const group = plans.length > 1 ? { group_id: newId() } : {};
  try {
    return await insertPosts(client, plans, { ...group, ...(key && { idempotency_key: key }) });
  } catch (error) {
    if (key === undefined || !isConflict(error)) throw error;
    const made = await readPostsOfKey(client, key);
    if (made.length === 0) throw error;
    return bringUpToDate(client, plans, { key, made });
  }
}

async function insertPosts(
  client: DirectusClient,
  plans: readonly PostPlan[],
  common: { group_id?: string | null; idempotency_key?: string },
): Promise<string[]> {
  const rows = plans.map((plan) => ({
    ...planRow(plan),
    ...common,
    media: mediaRows(plan.mediaIds),
  }));
  const made = await client.send(
    createItems("scheduled_posts", rows.map(asWritten), { fields: ["id", "creator_profile_id"] }),
  );
  // They come back in an order of their own.
  const placeOf = (account: string) => plans.findIndex(({ profileId }) => profileId === account);
  return made
    .toSorted((a, b) => placeOf(a.creator_profile_id) - placeOf(b.creator_profile_id))
    .map(({ id }) => id);
}

/** What an earlier try has made becomes what is wanted now: changed where it differs, added to, and taken out. */
async function bringUpToDate(
  client: DirectusClient,
  plans: readonly PostPlan[],
  { key, made }: { key: string; made: readonly Post[] },
): Promise<string[]> {
  const madeFor = (account: string) => made.find((post) => post.account.id === account);
  const unwanted = made.filter(({ account }) =>
    plans.every((plan) => plan.profileId !== account.id),
  );
  if (!unwanted.every(isChangeable)) {
    throw new AppError(
      "conflict",
      "One of these posts was made by an earlier try and is on its way or out already. Nothing was changed; look in your calendar.",
    );
  }
  const changes = plans.flatMap((plan) => {
    const post = madeFor(plan.profileId);
    return post === undefined || isAsPlanned(post, plan) ? [] : [{ id: post.id, plan }];
  });
  if (changes.length > 0) await updatePosts(client, changes);
  if (unwanted.length > 0) {
    await client.send(
      deleteItems(
        "scheduled_posts",
        unwanted.map(({ id }) => id),
      ),
    );
  }
  const missing = plans.filter(({ profileId }) => madeFor(profileId) === undefined);
  const added =
    missing.length === 0
      ? []
      : await insertPosts(client, missing, {
          group_id: made[0]?.groupId ?? null,
          idempotency_key: key,
        });
  return plans.map(
    ({ profileId }) =>
      madeFor(profileId)?.id ??
      added[missing.findIndex((plan) => plan.profileId === profileId)] ??
      "",
  );
}

/** States in which a post goes nowhere by itself. */
const resting: ReadonlySet<PostState> = new Set(["cancelled", "draft", "failed", "missed"]);

/** Whether it may go without a trace. */
const isChangeable = ({ status }: Post) => resting.has(status) || status === "pending";

/** Whether nothing that she decides about it is different; one that is out by now was planned, too. */
function isAsPlanned(post: Post, plan: PostPlan): boolean {
  const isStateWanted =
    plan.status === "draft" ? post.status === "draft" : !resting.has(post.status);
  return (
    isStateWanted &&
    post.caption === plan.caption &&
    post.media.map(({ id }) => id).join() === plan.mediaIds.join() &&
    timeOf(post.scheduledFor) === timeOf(plan.scheduledFor) &&
    post.timezone === plan.timezone &&
    post.latePolicy === (plan.latePolicy ?? post.latePolicy) &&
    post.rating === (plan.rating ?? post.rating) &&
    isAlike(post.config, plan.config ?? post.config)
  );
}

/** Of answers to options, which are plain values. */
const isAlike = (one: Post["config"], other: Post["config"]) =>
  Object.keys({ ...one, ...other }).every(
    (name) => JSON.stringify(one[name]) === JSON.stringify(other[name]),
  );

const timeOf = (moment: string | null) => (moment === null ? null : Date.parse(moment));

/**
 * Replaces the plans of posts, of all of them or of none. Throws `invalid_input` with the gate's
 * sentence, and `conflict` when one is already on its way.
 */
export async function updatePosts(
  client: DirectusClient,
  changes: readonly { id: string; plan: PostPlan }[],
): Promise<void> {
  const stored = await client.send(
    readItems("scheduled_posts_media", {
      fields: ["id", "scheduled_posts_id", "scraped_media_id", "sort"],
      filter: { scheduled_posts_id: { _in: changes.map(({ id }) => id) } },
      sort: ["sort"],
      limit: -1,
    }),
  );
  const rows = changes.map(({ id, plan }) => {
    const links = stored.filter(({ scheduled_posts_id: post }) => post === id);
    const unchanged = links.map((link) => link.scraped_media_id).join() === plan.mediaIds.join();
    const media = {
      create: mediaRows(plan.mediaIds),
      update: [],
      delete: links.map((link) => link.id),
    };
    return asWritten({ id, ...planRow(plan), ...(!unchanged && { media }) });
  });
  await client.send(updateItemsBatch("scheduled_posts", rows, { fields: ["id"] }));
}

function planRow(plan: PostPlan) {
  return {
    creator_profile_id: plan.profileId,
    media_id: plan.mediaIds[0] ?? null,
    caption: plan.caption,
    scheduled_for: plan.scheduledFor,
    timezone: plan.timezone,
    status: plan.status,
    ...(plan.latePolicy !== undefined && { late_policy: plan.latePolicy }),
    ...(plan.rating !== undefined && { rating: plan.rating }),
    ...(plan.config !== undefined && { platform_specific_config: plan.config }),
  };
}

function mediaRows(ids: readonly string[]) {
  return ids.map((id, index) => ({ scraped_media_id: id, sort: index + 1 }));
}

/** Our schema types `media` as the ids that are read; writing takes rows of the junction. */
function asWritten(row: Partial<Omit<ScheduledPost, "media">> & { media?: unknown }) {
  return row as Partial<ScheduledPost>;
}
