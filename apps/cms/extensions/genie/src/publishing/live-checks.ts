import type { LiveChecksAnswer, LiveReport } from "@genie/schema";
import type { Knex } from "knex";
import { lockPost } from "./post-row.ts";
import type { Publisher } from "./publisher.ts";

/** How long after its publication a post is looked at first. */
export const firstLiveCheckMs = 60_000;
const hourMs = 3_600_000;
const dayMs = 24 * hourMs;
/** From then on nobody looks any more. */
const checkedForMs = 30 * dayMs;
/** Between looking and looking again, when it was not there; when the look came to nothing, at least. */
const lookAgainMs = 10 * 60_000;

/**
 * Hands out posts that are to be looked at: are they still on their platforms? Where there is no report each is handed
 * out again, after pauses that grow with its age as they do where it is seen, and for as long: what can't be looked at
 * takes no more looks than what can.
 */
export async function takeLiveChecks(
  { trx }: Publisher,
  { platforms, limit }: { platforms: readonly string[]; limit: number },
): Promise<LiveChecksAnswer> {
  const posts = await trx("scheduled_posts as p")
    .join("creator_profiles as c", "c.id", "p.creator_profile_id")
    .where("p.status", "published")
    .andWhereRaw("p.live_check_at < clock_timestamp()")
    .whereNotNull("p.platform_post_id")
    .whereIn("c.platform", [...platforms])
    .where("c.connection_status", "connected")
    .orderBy("p.live_check_at")
    .limit(limit)
    .forUpdate("p")
    .skipLocked()
    .select<Record<"id" | "permalink" | "platform_post_id" | "profile_id", string>[]>(
      "p.id",
      "p.permalink",
      "p.platform_post_id",
      { profile_id: "c.id" },
    );
  // No news for hooks and flows, so without their being told.
  await trx("scheduled_posts")
    .whereIn(
      "id",
      posts.map(({ id }) => id),
    )
    .update({ live_check_at: nextTry(trx) });
  return {
    checks: posts.map(({ id, ...post }) => ({ post_id: id, ...post })),
    more: posts.length === limit,
  };
}

/**
 * A little longer by chance, so that one post at which every look fails does not always come before the same others
 * of its account.
 */
function nextTry(trx: Knex): Knex.Raw {
  const ms = "interval '1 millisecond'";
  const age = "clock_timestamp() - coalesce(missing_since, published_at)";
  return trx.raw(
    `case when ${age} <= ? * ${ms} then clock_timestamp()
       + greatest(? * ${ms}, least(? * ${ms}, ${age})) * (1 + random() / 10) end`,
    [checkedForMs, lookAgainMs, dayMs],
  );
}

/**
 * Notes whether a post was seen on its platform. That it is gone is believed the second time in a
 * row, ten minutes apart, and then the owner is told.
 */
export async function recordLive(
  publisher: Publisher,
  { post_id: id, platform_post_id: platformPostId, live, proof_file_id: proof }: LiveReport,
): Promise<{ taken_down: boolean }> {
  const post = await lockPost(publisher.trx, id);
  if (post?.status !== "published" || post.platform_post_id !== platformPostId) {
    return { taken_down: false };
  }
  // It is gone because its owner wanted it, which is no news to her.
  if (post.removed_at !== null) return { taken_down: false };
  const now = await publisher.now();
  if (live) {
    const ageMs = now - (post.published_at?.getTime() ?? now);
    const nextMs = ageMs > checkedForMs ? null : Math.min(dayMs, Math.max(hourMs, ageMs));
    await publisher.changePost(post, {
      ...(post.verified_at === null ? { verified_at: new Date(now) } : {}),
      ...(proof === null ? {} : { proof_file_id: proof }),
      still_live_at: new Date(now),
      missing_since: null,
      taken_down_at: null,
      live_check_at: nextMs === null ? null : new Date(now + nextMs),
    });
    return { taken_down: false };
  }
  if (post.taken_down_at !== null) return { taken_down: true };
  if (post.missing_since === null || now - post.missing_since.getTime() < lookAgainMs / 2) {
    await publisher.changePost(post, {
      missing_since: post.missing_since ?? new Date(now),
      live_check_at: new Date(now + lookAgainMs),
    });
    return { taken_down: false };
  }
  await publisher.changePost(post, { taken_down_at: new Date(now), live_check_at: null });
  return { taken_down: true };
}
