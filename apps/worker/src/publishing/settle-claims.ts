import { AppError } from "@genie/errors";
import type { Adapter, FoundPost } from "@genie/platforms";
import { canLookUp, type LookingAdapter } from "@genie/platforms/adapters";
import type { DoubtfulClaim } from "@genie/schema";
import type { OpenAccount } from "../accounts/account-session.ts";
import { type OneAtATime, oneAtATime } from "../accounts/one-at-a-time.ts";
import { forEachLimited } from "../for-each-limited.ts";
import { lookedUp } from "./outcomes.ts";
import { outgoingPost } from "./outgoing-post.ts";
import type { PublishServices } from "./publish-claim.ts";
import { sendPrepared } from "./send-prepared.ts";

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
  const askedAt = performance.now();
  const { claims, more } = await services.publishing.takeUnconfirmed();
  await forEachLimited(claims, atOnce, async (claim) => {
    if (signal.aborted) return;
    try {
      const { send_within_ms: withinMs } = claim;
      await settlingOf(claim.profile.id, () =>
        withinMs === null
          ? lookUp(services, claim, signal)
          : sendAgain(services, claim, askedAt + withinMs, signal),
      );
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
 * Within the time that the platform knows the key; by the monotonic clock, which no pause deceives. Where
 * it can be asked, what is there already is not sent again: some know a key only once a post is whole.
 */
async function sendAgain(
  services: PublishServices,
  claim: DoubtfulClaim,
  until: number,
  signal: AbortSignal,
): Promise<void> {
  const { spool, withAccount, sendingOf, openFile } = services;
  const { post_id, claim_token, attempt_no, sent_at } = claim;
  const { id: profileId } = claim.profile;
  await withAccount(profileId, signal, async (account) => {
    const { adapter, context, forget } = account;
    const found =
      canLookUp(adapter) && sent_at !== null
        ? await findPublished(services, account, adapter, claim, sent_at)
        : null;
    if (found !== null) {
      await spool.report({ post_id, claim_token, outcome: lookedUp(found) });
      return;
    }
    const prepared = await adapter.preparePost(context, outgoingPost(claim, openFile));
    await sendingOf(profileId, async () => {
      const leftMs = until - performance.now();
      if (leftMs <= 0) return;
      const outcome = await sendPrepared(prepared, leftMs, attempt_no);
      if (outcome.kind !== "published") forget();
      await spool.report({ post_id, claim_token, outcome });
    });
  });
}
