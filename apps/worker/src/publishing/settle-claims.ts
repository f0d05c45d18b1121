import { AppError } from "@genie/errors";
import type { Adapter, FoundPost } from "@genie/platforms";
import { canLookUp, type LookingAdapter } from "@genie/platforms/adapters";
import type { DoubtfulClaim, PublishOutcome } from "@genie/schema";
import type { OpenAccount } from "../accounts/account-session.ts";
import { type OneAtATime, oneAtATime } from "../accounts/one-at-a-time.ts";
import { forEachLimited } from "../for-each-limited.ts";
import { askToSend } from "./ask-to-send.ts";
import { keepLease } from "./keep-lease.ts";
import { lookedUp, triesOf } from "./outcomes.ts";
import { outgoingPost } from "./outgoing-post.ts";
import type { PublishServices } from "./publish-claim.ts";
import { sendPrepared } from "./send-prepared.ts";
import { waitMonotonic } from "./wait-monotonic.ts";

const atOnce = 3;

/**
 * Settles posts whose answer was lost: looks for them, and sends them again with their key where the
 * platform drops repeats and does not have them. One that can't be settled now is left to the next time.
 */
export async function settleClaims(services: PublishServices, signal: AbortSignal): Promise<void> {
  // One after the other of an account: what was found for one is left out for the next.
  const settlingOf = oneAtATime();
  // What was taken over once is not taken over again at once, so this ends.
  for (let isMore = true; isMore && !signal.aborted;) {
    isMore = await settleSome(services, settlingOf, signal);
  }
}

/** Answers whether there are more. */
async function settleSome(
  services: PublishServices,
  settlingOf: OneAtATime,
  signal: AbortSignal,
): Promise<boolean> {
  const { claims, more } = await services.publishing.takeUnconfirmed();
  await forEachLimited(claims, atOnce, async (claim) => {
    if (signal.aborted) return;
    try {
      const settle = claim.send_within_ms === null ? lookUp : sendAgain;
      await settlingOf(claim.profile.id, () => settle(services, claim, signal));
    } catch (err) {
      const code = err instanceof AppError ? err.code : "internal";
      const { post_id: postId } = claim;
      services.log.warn({ err, code, postId }, "a doubtful post could not be settled");
    }
  });
  return more;
}

async function lookUp(
  services: PublishServices,
  claim: DoubtfulClaim,
  signal: AbortSignal,
): Promise<void> {
  const { post_id, claim_token, sent_at } = claim;
  if (sent_at === null) return;
  const found = await services.withAccount(claim.profile.id, signal, (account) => {
    if (!canLookUp(account.adapter)) throw cantLookUp(account.adapter);
    return findPublished(services, account, account.adapter, claim, sent_at);
  });
  const outcome = found === null ? ({ kind: "not_found" } as const) : lookedUp(found);
  await services.spool.report({ post_id, claim_token, outcome });
}

async function findPublished(
  { publishing }: PublishServices,
  { context }: Pick<OpenAccount, "context">,
  adapter: LookingAdapter,
  claim: DoubtfulClaim,
  sentAt: string,
): Promise<FoundPost | null> {
  return adapter.findPublished(context, {
    caption: claim.caption,
    fileCount: claim.media.length,
    idempotencyKey: claim.idempotency_key,
    dueAt: new Date(claim.scheduled_for),
    sentAt: new Date(sentAt),
    knownPostIds: await publishing.publishedIds(claim.profile.id),
  });
}

function cantLookUp({ platform }: Adapter): AppError {
  return new AppError(
    "internal",
    `${platform.name} can't be asked whether a post is out. Nothing was sent; look there yourself.`,
  );
}

/**
 * Where the platform can be asked, what is there already is not sent again: some know a key only once a post
 * is whole. However long it takes to prepare, the time to send counts from the go-ahead. What keeps it from
 * being sent again for good makes it its owner's.
 */
async function sendAgain(
  services: PublishServices,
  claim: DoubtfulClaim,
  stopping: AbortSignal,
): Promise<void> {
  const { publishing, spool, withAccount, sendingOf, openFile } = services;
  const { sent_at } = claim;
  const ref = { post_id: claim.post_id, claim_token: claim.claim_token };
  const { id: profileId } = claim.profile;
  let isReported = false;
  const report = async (outcome: PublishOutcome) => {
    isReported = true;
    await spool.report({ ...ref, outcome });
  };
  const lease = keepLease(() => publishing.renew(ref));
  const signal = AbortSignal.any([stopping, lease.lost]);
  try {
    await withAccount(profileId, signal, async (account) => {
      const { adapter, context, forget } = account;
      const found =
        canLookUp(adapter) && sent_at !== null
          ? await findPublished(services, account, adapter, claim, sent_at)
          : null;
      if (found !== null) {
        await report(lookedUp(found));
        return;
      }
      const prepared = await adapter.preparePost(context, outgoingPost(claim, openFile));
      const sendOrWait = async (): Promise<number | null> => {
        const answer = await askToSend(publishing, ref, lease, signal);
        if (answer.kind === "early") return answer.wait_ms;
        if (answer.kind === "lost") return null;
        const withinMs = Math.min(adapter.platform.sendTimeoutMs, answer.leftMs);
        const outcome = await sendPrepared(prepared, withinMs, triesOf(claim));
        if (outcome.kind !== "published") forget();
        await report(outcome);
        return null;
      };
      for (;;) {
        const waitMs = await sendingOf(profileId, sendOrWait);
        if (waitMs === null) break;
        await waitMonotonic(waitMs, signal);
      }
    });
  } catch (error) {
    const isForGood = error instanceof AppError && error.retry === "never";
    if (isReported || !isForGood) throw error;
    await report({ kind: "unsettled", sentence: error.message });
  } finally {
    lease.stop();
  }
}
