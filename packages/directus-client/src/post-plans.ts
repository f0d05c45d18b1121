import { createItems, readItems, updateItemsBatch } from "@directus/sdk";
import type { ContentRating, ScheduledPost } from "@genie/schema";
import type { DirectusClient } from "./create-directus-client.ts";
import type { Post } from "./scheduled-posts.ts";

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
 */
export async function createPosts(
  client: DirectusClient,
  plans: readonly PostPlan[],
): Promise<string[]> {
  const group = plans.length > 1 ? { group_id: newGroupId() } : {};
  const rows = plans.map((plan) => ({
    ...planRow(plan),
    ...group,
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

/** A UUID of version 4. `crypto.randomUUID` is missing on pages that came without TLS. */
function newGroupId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  const digits = Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
  const variant = "89ab".charAt(Number.parseInt(digits.charAt(16), 16) % 4);
  const parts = [digits.slice(0, 8), digits.slice(8, 12), `4${digits.slice(13, 16)}`];
  return [...parts, `${variant}${digits.slice(17, 20)}`, digits.slice(20)].join("-");
}

/** Our schema types `media` as the ids that are read; writing takes rows of the junction. */
function asWritten(row: Partial<Omit<ScheduledPost, "media">> & { media?: unknown }) {
  return row as Partial<ScheduledPost>;
}
