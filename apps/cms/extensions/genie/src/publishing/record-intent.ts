import type { Platform } from "@genie/platforms";
import type { ClaimRef, IntentAnswer } from "@genie/schema";
import { currentAttempt } from "./attempts.ts";
import { sendMarginMs } from "./leases.ts";
import { lockPost } from "./post-row.ts";
import type { Publisher } from "./publisher.ts";

/**
 * Writes down that the request goes out now, so that a crash from here on is an unknown outcome and
 * never a second try. Answers `send` once for a claim, and not before the post's time.
 */
export async function recordIntent(
  publisher: Publisher,
  platforms: readonly Platform[],
  { post_id: id, claim_token: token }: ClaimRef,
): Promise<IntentAnswer> {
  const post = await lockPost(publisher.trx, id);
  if (post?.status !== "publishing" || post.claim_token !== token) return { kind: "lost" };
  const platform = platforms.find((candidate) => candidate.id === post.platform);
  const attempt = await currentAttempt(publisher.trx, post);
  const now = await publisher.now();
  const expired = post.claimed_until === null || post.claimed_until.getTime() <= now;
  if (!platform || attempt?.state !== "started" || expired) return { kind: "lost" };
  const waitMs = post.scheduled_for.getTime() - now;
  if (waitMs > 0) return { kind: "early", wait_ms: Math.ceil(waitMs) };
  const sendWithinMs = platform.sendTimeoutMs + sendMarginMs;
  await publisher.changeAttempt(attempt, { state: "sending", sent_at: new Date(now) });
  await publisher.changePost(post, { claimed_until: new Date(now + sendWithinMs) });
  return { kind: "send", send_within_ms: platform.sendTimeoutMs };
}
