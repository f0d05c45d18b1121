import type { Platform } from "@genie/platforms";
import type { OutcomeAnswer, OutcomeReport, PublishOutcome } from "@genie/schema";
import { refusal } from "../refusals.ts";
import { attemptByToken, countAttempts, currentAttempt, mostAttempts } from "./attempts.ts";
import { giveBack } from "./give-back.ts";
import { unknownSettleMs } from "./leases.ts";
import { leaveForPerson } from "./leave-for-person.ts";
import { firstLiveCheckMs } from "./live-checks.ts";
import { mayBeAnothers, takeBackFound } from "./one-for-each.ts";
import { lockPost, type PostRow } from "./post-row.ts";
import type { Attempt, Publisher } from "./publisher.ts";

type Published = Extract<PublishOutcome, { kind: "published" }>;
type Refused = Extract<PublishOutcome, { kind: "refused" }>;
type Released = Extract<PublishOutcome, { kind: "released" }>;
type Unsettled = Extract<PublishOutcome, { kind: "unsettled" }>;
type Unknown = Extract<PublishOutcome, { kind: "unknown" }>;
type Case = { post: PostRow; attempt: Attempt; platform: Platform | undefined };

/**
 * Records how sending or looking up ended, and answers the state that the post is in now. Without
 * the claim only a proof counts: that the post is out must not be forgotten.
 */
export async function recordOutcome(
  publisher: Publisher,
  platforms: readonly Platform[],
  { post_id: id, claim_token: token, outcome }: OutcomeReport,
): Promise<OutcomeAnswer> {
  const post = await lockPost(publisher.trx, id);
  if (!post) return { status: null };
  const isOpen = post.status === "publishing" || post.status === "unconfirmed";
  if (!isOpen || post.claim_token !== token) {
    return outcome.kind === "published"
      ? recordProof(publisher, post, token, outcome)
      : { status: null };
  }
  const attempt = await currentAttempt(publisher.trx, post);
  if (!attempt) return { status: null };
  const platform = platforms.find((candidate) => candidate.id === post.platform);
  return settle(publisher, { post, attempt, platform }, outcome);
}

function settle(
  publisher: Publisher,
  { post, attempt, platform }: Case,
  outcome: PublishOutcome,
): Promise<OutcomeAnswer> {
  if (outcome.kind === "published") return published(publisher, post, attempt, outcome);
  if (outcome.kind === "not_found") {
    return notFound(publisher, post, attempt, platform?.settleMs ?? unknownSettleMs);
  }
  if (outcome.kind === "unsettled")
    return unsettled(publisher, { post, attempt, platform }, outcome);
  // Before the intent was written down nothing can have gone out.
  if (attempt.state === "started") {
    return outcome.kind === "released"
      ? released(publisher, post, attempt, outcome)
      : refused(publisher, post, attempt, { retry_after_ms: 0, ...outcome, kind: "refused" });
  }
  // The worker never heard that it was written down.
  if (outcome.kind === "released") {
    return settle(publisher, { post, attempt, platform }, { ...outcome, ...triedAtOnce });
  }
  // What was sent before may be out, whatever this request came to; only an end that the platform
  // gives to a key of ours is one.
  const isFirst = post.status === "publishing";
  const isEnd =
    outcome.kind === "refused" &&
    platform?.guarantee === "idempotent" &&
    outcome.retry_after_ms === null;
  return outcome.kind === "refused" && (isFirst || isEnd)
    ? refused(publisher, post, attempt, outcome)
    : unknown(publisher, { post, attempt, platform }, outcome);
}

async function published(
  publisher: Publisher,
  post: PostRow,
  attempt: Attempt,
  outcome: Published,
): Promise<OutcomeAnswer> {
  const { platform_post_id: platformPostId, looked_up: isFound = false } = outcome;
  if (!isFound) {
    await takeBackFound(publisher, post, platformPostId);
  } else if (await mayBeAnothers(publisher, post, platformPostId)) {
    // Looked up again after a while, with what is known to be another's by then left out.
    const claimed_until = new Date(await publisher.now());
    await publisher.changePost(post, { status: "unconfirmed", claimed_until });
    return { status: "unconfirmed" };
  }
  const now = new Date(await publisher.now());
  await publisher.changeAttempt(attempt, succeeded(outcome, now));
  await publisher.changePost(post, {
    ...withoutClaim,
    status: "published",
    published_at: outcome.published_at === null ? now : new Date(outcome.published_at),
    platform_post_id: platformPostId,
    // One that its owner has given stays where the platform names none.
    permalink: outcome.permalink ?? (post.platform_post_id === null ? post.permalink : null),
    error_message: null,
    asked_at: null,
    left_at: null,
    live_check_at: new Date(now.getTime() + firstLiveCheckMs),
    // Found by a look-up: it was seen there.
    ...(post.status === "unconfirmed" ? { verified_at: now } : {}),
  });
  return { status: "published" };
}

async function released(
  publisher: Publisher,
  post: PostRow,
  attempt: Attempt,
  { sentence }: Released,
): Promise<OutcomeAnswer> {
  await giveBack(publisher, post, attempt, sentence);
  return { status: "pending" };
}

async function refused(
  publisher: Publisher,
  post: PostRow,
  attempt: Attempt,
  outcome: Refused,
): Promise<OutcomeAnswer> {
  const { sentence, retry_after_ms: retryAfterMs, holds_account: holdsAccount } = outcome;
  const now = await publisher.now();
  if (holdsAccount) await holdAccount(publisher, post, now + (retryAfterMs ?? 0));
  const state = (await waitsForPerson(publisher, post, attempt, outcome)) ? "put_off" : "refused";
  await publisher.changeAttempt(attempt, ended(state, sentence, now));
  const { tries } = await countAttempts(publisher.trx, post);
  const again = retryAfterMs !== null && tries < mostAttempts;
  const status = again ? "pending" : "failed";
  await publisher.changePost(post, {
    ...withoutClaim,
    status,
    retry_at: again ? new Date(now + retryAfterMs) : null,
    error_message: again || retryAfterMs === null ? sentence : `${sentence} ${noMoreTries}`,
  });
  return { status };
}

/** Whether nothing was sent because its person is asked to sign in; once she has, the post is woken. */
async function waitsForPerson(
  { trx }: Publisher,
  { creator_profile_id }: PostRow,
  { state }: Attempt,
  { waits_for_person: saysSo = false }: Refused,
): Promise<boolean> {
  if (!saysSo || state !== "started") return false;
  const asked = trx("hitl_sessions").where({ creator_profile_id, status: "pending" });
  return (await asked.first("id")) !== undefined;
}

async function unknown(
  publisher: Publisher,
  { post, attempt, platform }: Case,
  outcome: Refused | Unknown,
): Promise<OutcomeAnswer> {
  const { sentence } = outcome;
  const now = await publisher.now();
  await publisher.changeAttempt(attempt, ended("unknown", sentence, now));
  if (platform?.guarantee === "blind") {
    await leaveForPerson(publisher, post, platform.name);
    return { status: "unconfirmed" };
  }
  const waitMs = outcome.kind === "refused" ? (outcome.retry_after_ms ?? 0) : 0;
  if (outcome.kind === "refused" && outcome.holds_account) {
    await holdAccount(publisher, post, now + waitMs);
  }
  await publisher.changePost(post, {
    status: "unconfirmed",
    claimed_until: new Date(now + waitMs),
    error_message: sentence,
  });
  return { status: "unconfirmed" };
}

/** What may be out stays in doubt, and only its owner can say more. */
async function unsettled(
  publisher: Publisher,
  { post, platform }: Case,
  { sentence }: Unsettled,
): Promise<OutcomeAnswer> {
  if (post.status !== "unconfirmed") throw onlyInDoubt();
  await leaveForPerson(publisher, post, platform?.name ?? "The platform", sentence);
  return { status: "unconfirmed" };
}

/** What the platform said of one post holds for the others of the account; a longer pause stays. */
async function holdAccount({ trx }: Publisher, post: PostRow, until: number): Promise<void> {
  await trx("creator_profiles")
    .where("id", post.creator_profile_id)
    .update({ publish_after: trx.raw("greatest(publish_after, ?)", [new Date(until)]) });
}

/** A look-up that finds nothing is believed the second time, so that the platform had time to show it. */
async function notFound(
  publisher: Publisher,
  post: PostRow,
  attempt: Attempt,
  settleMs: number,
): Promise<OutcomeAnswer> {
  if (post.status !== "unconfirmed") throw onlyInDoubt();
  const now = await publisher.now();
  const first = attempt.not_found_at?.getTime() ?? now;
  if (attempt.not_found_at === null || now - first < settleMs) {
    await publisher.changeAttempt(attempt, { not_found_at: new Date(first) });
    await publisher.changePost(post, { claimed_until: new Date(now) });
    return { status: "unconfirmed" };
  }
  await publisher.changeAttempt(attempt, ended("refused", neverArrived, now));
  await publisher.changePost(post, {
    ...withoutClaim,
    status: "pending",
    retry_at: null,
    error_message: `${neverArrived} It is sent again.`,
  });
  return { status: "pending" };
}

/** A claim that was lost, and yet its post is out. While this generation waits it is not sent again. */
async function recordProof(
  publisher: Publisher,
  post: PostRow,
  token: string,
  outcome: Published,
): Promise<OutcomeAnswer> {
  const attempt = await attemptByToken(publisher.trx, post.id, token);
  if (!attempt) return { status: null };
  const sameContent = attempt.generation === post.generation;
  // What the sender of the last try was told is better than what was found, or what somebody saw there.
  const last = await currentAttempt(publisher.trx, post);
  const isGuessed = (last?.platform_post_id ?? null) === null && post.removed_at === null;
  if (sameContent && post.status === "pending") {
    // By way of `publishing`: only from there may a post be published.
    await publisher.changePost(post, { status: "publishing" });
  }
  if (sameContent && (isWaiting.has(post.status) || (post.status === "published" && isGuessed))) {
    return published(publisher, post, attempt, outcome);
  }
  await takeBackFound(publisher, post, outcome.platform_post_id);
  const now = new Date(await publisher.now());
  if (attempt.state !== "succeeded") {
    await publisher.changeAttempt(attempt, succeeded(outcome, now));
  }
  return { status: post.status };
}

const onlyInDoubt = () =>
  refusal("INVALID_PAYLOAD", "Only a post in doubt can be looked up. Nothing was changed.");

const triedAtOnce = { kind: "refused", retry_after_ms: 0 } as const;
const isWaiting = new Set<string>(["pending", "publishing", "unconfirmed"]);
const withoutClaim = { claim_token: null, claimed_until: null } as const;
const noMoreTries = `It was tried ${mostAttempts} times and is not tried again by itself; plan it anew.`;
const neverArrived =
  "The platform was asked twice and does not have this post, so it was not sent.";

const succeeded = ({ platform_post_id, looked_up: isFound = false }: Published, at: Date) =>
  ({
    state: "succeeded",
    platform_post_id: isFound ? null : platform_post_id,
    finished_at: at,
  }) as const;

const ended = (state: "put_off" | "refused" | "unknown", error: string, now: number) => ({
  state,
  error,
  finished_at: new Date(now),
});
