import type { Platform } from "@genie/platforms";
import { type ClaimRef, type IntentAnswer, publishIntents } from "@genie/schema";
import { isAnotherBeingSent, lockAccount } from "./account-turns.ts";
import { currentAttempt } from "./attempts.ts";
import { giveBack } from "./give-back.ts";
import { sendMarginMs } from "./leases.ts";
import { isTooLate, missPost } from "./miss-post.ts";
import { lockPost } from "./post-row.ts";
import type { Publisher } from "./publisher.ts";

/** How soon to ask again while another post of the account is being sent. */
const turnMs = 200;
/** A post that is to wait for longer than this gives its place to others meanwhile. */
const longestWaitMs = 60_000;

/**
 * Writes down that the request goes out now, so that a crash from here on is an unknown outcome and
 * never a second try. Answers `send` once for a claim, not before the post's time, and to one post of
 * an account at a time. What is paused meanwhile is given back, and what is too late by now is missed.
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
  if (post.is_paused) {
    await giveBack(publisher, post, attempt, "Publishing was paused before it was sent.");
    return { kind: "lost" };
  }
  if (isTooLate(post, now)) {
    await giveBack(publisher, post, attempt, "It was too late before its turn to be sent came.");
    await missPost(publisher, post);
    return { kind: "lost" };
  }
  const publishAfter = post.publish_after?.getTime() ?? 0;
  if (publishAfter > now + longestWaitMs) {
    await giveBack(publisher, post, attempt, "The platform wants a pause of this account first.");
    return { kind: "lost" };
  }
  const notBefore = Math.max(post.scheduled_for.getTime(), publishAfter);
  if (notBefore > now) return { kind: "early", wait_ms: Math.ceil(notBefore - now) };
  await lockAccount(publisher.trx, post);
  if (await isAnotherBeingSent(publisher.trx, post)) return { kind: "early", wait_ms: turnMs };
  const sendWithinMs = platform.sendTimeoutMs + sendMarginMs;
  await publisher.changeAttempt(attempt, { state: "sending", sent_at: new Date(now) });
  await publisher.changePost(post, { claimed_until: new Date(now + sendWithinMs) });
  const { rows } = await publisher.trx.raw<{ rows: [{ n: string }] }>(
    `select nextval('${publishIntents}') as n`,
  );
  return { kind: "send", send_within_ms: platform.sendTimeoutMs, intent_no: Number(rows[0].n) };
}
