import type { Platform } from "@genie/platforms";
import { type ClaimRef, type IntentAnswer, publishIntents } from "@genie/schema";
import { isAnotherBeingSent, lockAccount } from "./account-turns.ts";
import { currentAttempt } from "./attempts.ts";
import { giveBack } from "./give-back.ts";
import { sendMarginMs } from "./leases.ts";
import { isTooLate, missPost } from "./miss-post.ts";
import { lockPost, type PostRow } from "./post-row.ts";
import type { Attempt, Publisher } from "./publisher.ts";
import { wayToSettle } from "./way-to-settle.ts";

/** How soon to ask again while another post of the account is being sent. */
const turnMs = 200;
/** A post that is to wait for longer than this gives its place to others meanwhile. */
const longestWaitMs = 60_000;

/**
 * Writes down that the request goes out now, so that a crash from here on is an unknown outcome and
 * never a second try. Answers `send` once for a claim, not before the post's time, and to one post of
 * an account at a time. What is paused meanwhile is given back, and what is too late by now is missed. A post
 * in doubt that is to be sent again with its key may be sent as well, while its platform knows the key.
 */
export async function recordIntent(
  publisher: Publisher,
  platforms: readonly Platform[],
  { post_id: id, claim_token: token }: ClaimRef,
): Promise<IntentAnswer> {
  const post = await lockPost(publisher.trx, id);
  if (!post || post.claim_token !== token) return { kind: "lost" };
  const platform = platforms.find((candidate) => candidate.id === post.platform);
  const attempt = await currentAttempt(publisher.trx, post);
  const now = await publisher.now();
  const expired = post.claimed_until === null || post.claimed_until.getTime() <= now;
  if (!platform || !attempt || expired) return { kind: "lost" };
  if (post.status === "unconfirmed")
    return intendAgain(publisher, { post, attempt, platform }, now);
  if (post.status !== "publishing" || attempt.state !== "started") return { kind: "lost" };
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
  await publisher.changeAttempt(attempt, { state: "sending", sent_at: new Date(now) });
  await publisher.changePost(post, { claimed_until: sentBy(platform, now) });
  return goAhead(publisher, platform);
}

type Doubtful = { post: PostRow; attempt: Attempt; platform: Platform };

/** The time in which the request has to be done counts from here, however long preparing it took. */
async function intendAgain(
  publisher: Publisher,
  { post, attempt, platform }: Doubtful,
  now: number,
): Promise<IntentAnswer> {
  const isToBeSent =
    attempt.state === "unknown" && wayToSettle(platform, post, attempt, now) === "send";
  if (!isToBeSent) return { kind: "lost" };
  await lockAccount(publisher.trx, post);
  if (await isAnotherBeingSent(publisher.trx, post)) return { kind: "early", wait_ms: turnMs };
  // No news for hooks and flows. A pause before the next time that it is taken over stays.
  const claimed_until = publisher.trx.raw("greatest(claimed_until, ?)", [sentBy(platform, now)]);
  await publisher.trx("scheduled_posts").where("id", post.id).update({ claimed_until });
  return goAhead(publisher, platform);
}

const sentBy = ({ sendTimeoutMs }: Platform, now: number) =>
  new Date(now + sendTimeoutMs + sendMarginMs);

async function goAhead({ trx }: Publisher, { sendTimeoutMs }: Platform): Promise<IntentAnswer> {
  const { rows } = await trx.raw<{ rows: [{ n: string }] }>(
    `select nextval('${publishIntents}') as n`,
  );
  return { kind: "send", send_within_ms: sendTimeoutMs, intent_no: Number(rows[0].n) };
}
