import { randomUUID } from "node:crypto";
import type { Platform } from "@genie/platforms";
import { type ClaimAnswer, claimLeaseMs } from "@genie/schema";
import { findProblems, type OutgoingPlan } from "../find-problems.ts";
import {
  checkedFiles,
  mediaIdsOf,
  mediaProblems,
  type PostMedia,
  readMedia,
  type StoredFile,
} from "../post-media.ts";
import { countAttempts, mostAttempts, mostReleases } from "./attempts.ts";
import { claimOf } from "./claim.ts";
import { isTooLate, missPost } from "./miss-post.ts";
import { lockPost, type PostRow } from "./post-row.ts";
import type { Publisher } from "./publisher.ts";
import { readyAt } from "./ready-at.ts";

/**
 * Gives a post that is due, or nearly so, to the caller alone. What can't be sent any more is ended
 * here with a sentence, before anything has gone out.
 */
export async function claimPost(
  publisher: Publisher,
  platforms: readonly Platform[],
  postId: string,
): Promise<ClaimAnswer> {
  const post = await lockPost(publisher.trx, postId);
  // What is paused stays as it is; who ends the pause wakes it.
  if (!post || post.status !== "pending" || post.is_paused) return { kind: "none" };
  const platform = platforms.find(({ id }) => id === post.platform);
  const now = await publisher.now();
  const waitMs = readyAt(post, platform) - now;
  if (waitMs > 0) return { kind: "early", wait_ms: Math.ceil(waitMs) };
  if (isTooLate(post, now)) {
    await missPost(publisher, post);
    return { kind: "none" };
  }
  if (!platform) {
    return refuse(
      publisher,
      post,
      `This installation can't reach the platform "${post.platform}".`,
    );
  }
  const { tries, releases } = await countAttempts(publisher.trx, post);
  if (tries >= mostAttempts || releases >= mostReleases) {
    return refuse(
      publisher,
      post,
      `It was tried ${tries + releases} times without success. Look at the account, then plan it again.`,
    );
  }
  const media = await readMedia(publisher.trx, await mediaIdsOf(publisher.trx, post));
  const unprepared = latestUnprepared(media);
  if (unprepared) return waitForFile(publisher, post, unprepared, now);
  const problems = [
    ...mediaProblems(media),
    ...(await findProblems(publisher.trx, planOf(post, platform, media))),
  ];
  if (problems.length > 0) return refuse(publisher, post, problems.join(" "));
  return { kind: "claimed", claim: await take(publisher, post, media, tries + 1) };
}

type Unprepared = Pick<StoredFile, "filename"> & { unpreparedSince: Date };

/** Of its files that still hold what cameras wrote into them, the one that came last. */
function latestUnprepared(media: readonly PostMedia[]): Unprepared | undefined {
  return media
    .flatMap(({ files }) =>
      files.flatMap(({ filename, unpreparedSince }) =>
        unpreparedSince === null ? [] : [{ filename, unpreparedSince }],
      ),
    )
    .toSorted((a, b) => Number(b.unpreparedSince) - Number(a.unpreparedSince))[0];
}

/** Asked for again at once when the file is new, and less often when nobody seems to prepare any. */
async function waitForFile(
  publisher: Publisher,
  post: PostRow,
  { filename, unpreparedSince }: Unprepared,
  now: number,
): Promise<ClaimAnswer> {
  const error_message = `${filename} is still being prepared. The post goes out as soon as that is done.`;
  if (post.scheduled_for.getTime() <= now && post.error_message !== error_message) {
    await publisher.changePost(post, { error_message });
  }
  const waitedMs = now - unpreparedSince.getTime();
  return { kind: "early", wait_ms: Math.ceil(Math.min(Math.max(waitedMs / 2, 1_000), 5_000)) };
}

/** Held against the rules as they are by now: a pack that was made after the post was planned counts. */
function planOf(post: PostRow, platform: Platform, media: readonly PostMedia[]): OutgoingPlan {
  return {
    caption: post.caption ?? "",
    files: checkedFiles(media),
    rating: post.rating,
    config: post.platform_specific_config ?? {},
    platform,
    platformLimits: post.platform_limits,
    account: post.creator_profile_id,
    owner: post.has_packs ? post.user_id : null,
    mediaIds: media.map(({ id }) => id),
    dueAt: post.scheduled_for,
    postId: post.id,
    groupId: post.group_id,
    withLater: false,
  };
}

async function take(
  publisher: Publisher,
  post: PostRow,
  media: readonly PostMedia[],
  tries: number,
) {
  const token = randomUUID();
  const now = await publisher.now();
  const attempt = {
    id: randomUUID(),
    user_id: post.user_id,
    post_id: post.id,
    generation: post.generation,
    n: post.attempt_no + 1,
    state: "started",
    idempotency_key: `${post.id}-${post.generation}`,
    claim_token: token,
  } as const;
  await publisher.changePost(post, {
    status: "publishing",
    claim_token: token,
    claimed_until: new Date(now + claimLeaseMs),
    attempt_no: attempt.n,
    retry_at: null,
    error_message: null,
  });
  await publisher.trx("publish_attempts").insert(attempt);
  publisher.created("publish_attempts", attempt.id, { post_id: post.id, state: attempt.state });
  const fresh = { sent_at: null, not_found_at: null, look_ups: 0, platform_post_id: null };
  return claimOf(post, { ...attempt, ...fresh }, media, { token, now, tries });
}

// By way of `publishing`: only from there may a post fail.
async function refuse(publisher: Publisher, post: PostRow, why: string): Promise<ClaimAnswer> {
  await publisher.changePost(post, { status: "publishing" });
  await publisher.changePost(post, {
    status: "failed",
    retry_at: null,
    error_message: `${why} Nothing was sent.`,
  });
  return { kind: "none" };
}
