import type { Platform } from "@genie/platforms";
import type { SettleAnswer, SettleRequest } from "@genie/schema";
import { refusal } from "../refusals.ts";
import { currentAttempt } from "./attempts.ts";
import { lockPost, type PostRow } from "./post-row.ts";
import type { Publisher } from "./publisher.ts";

/**
 * Does what its owner says about a post of which nobody knows whether it is out. `owner` null stands
 * for an administrator. Refuses with a sentence while it is being looked up.
 */
export async function settlePost(
  publisher: Publisher,
  platforms: readonly Platform[],
  owner: string | null,
  request: SettleRequest,
): Promise<SettleAnswer> {
  const post = await lockPost(publisher.trx, request.post_id);
  if (!post || (owner !== null && post.user_id !== owner)) {
    throw refusal("FORBIDDEN", "There is no such post of yours. Nothing was changed.");
  }
  if (post.status !== "unconfirmed") {
    throw refusal("CONFLICT", "It is known by now what became of this post. Nothing was changed.");
  }
  if (post.asked_at === null) {
    throw refusal(
      "CONFLICT",
      "This post is being looked up on the platform right now. Nothing was changed; you are asked if that does not settle it.",
    );
  }
  if (request.answer === "there") {
    return isThere(publisher, platforms, post, request.permalink);
  }
  return request.answer === "again" ? postAgain(publisher, post) : leave(publisher, post);
}

async function leave(publisher: Publisher, post: PostRow): Promise<SettleAnswer> {
  const now = new Date(await publisher.now());
  await publisher.changePost(post, { status: "unconfirmed", left_at: now });
  return { status: "unconfirmed" };
}

async function isThere(
  publisher: Publisher,
  platforms: readonly Platform[],
  post: PostRow,
  permalink: string | null,
): Promise<SettleAnswer> {
  const platform = platforms.find(({ id }) => id === post.platform);
  if (permalink !== null && platform && !isOn(platform, post.username, permalink)) {
    throw refusal(
      "INVALID_PAYLOAD",
      `This address is not on ${platform.name}. Paste the address of the post there, or leave it out. Nothing was changed.`,
    );
  }
  const now = new Date(await publisher.now());
  const attempt = await currentAttempt(publisher.trx, post);
  if (attempt) await publisher.changeAttempt(attempt, { state: "succeeded", finished_at: now });
  await publisher.changePost(post, {
    status: "published",
    published_at: attempt?.sent_at ?? now,
    permalink,
    verified_at: now,
    asked_at: null,
    left_at: null,
    error_message: null,
  });
  return { status: "published" };
}

/** Accounts of one platform may be on servers of their own. */
const isOn = (platform: Platform, username: string, permalink: string) =>
  new URL(permalink).origin === new URL(platform.profileUrl(username)).origin;

/** The same content with the same key: should word of the first come late, the second stays at home. */
async function postAgain(publisher: Publisher, post: PostRow): Promise<SettleAnswer> {
  const now = new Date(await publisher.now());
  const attempt = await currentAttempt(publisher.trx, post);
  if (attempt) {
    await publisher.changeAttempt(attempt, {
      state: "refused",
      error: "Its owner looked, and it was not there.",
      finished_at: now,
    });
  }
  await publisher.changePost(post, {
    status: "pending",
    scheduled_for: now,
    retry_at: null,
    asked_at: null,
    left_at: null,
    error_message: null,
  });
  return { status: "pending" };
}
