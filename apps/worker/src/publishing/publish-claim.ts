import type { Logger } from "@genie/logger";
import type { Claim, PublishOutcome } from "@genie/schema";
import { countLateness, countOutcome } from "../metrics.ts";
import type { WithAccount } from "../accounts/account-session.ts";
import type { OneAtATime } from "../accounts/one-at-a-time.ts";
import { askToSend } from "./ask-to-send.ts";
import type { LiveRecords } from "./check-live.ts";
import { keepProof } from "./keep-proof.ts";
import { keepLease } from "./keep-lease.ts";
import type { OutcomeSpool } from "./outcome-spool.ts";
import { outcomeOfFailure, triesOf } from "./outcomes.ts";
import { type OpenFile, outgoingPost } from "./outgoing-post.ts";
import type { PublishingRecords } from "./publishing-records.ts";
import { sendPrepared } from "./send-prepared.ts";
import { waitMonotonic } from "./wait-monotonic.ts";

export type PublishServices = {
  publishing: PublishingRecords;
  spool: OutcomeSpool;
  withAccount: WithAccount;
  /** Posts of one account are prepared side by side and sent one after the other. */
  sendingOf: OneAtATime;
  openFile: OpenFile;
  /** Stores a PNG for its owner and answers the file's id. */
  storeProof: (ownerId: string, png: Uint8Array) => Promise<string>;
  live: Pick<LiveRecords, "report">;
  log: Logger;
};

/**
 * Sends a claimed post at its second, once, and reports what came of it. Until it is written down
 * that the request goes out, everything may be given up, because the worker stops or the claim is
 * lost; from then on the request is finished. Never throws. `claimedAt`, on the monotonic clock, is when
 * the claim said how long it is until then.
 */
export async function publishClaim(
  services: PublishServices,
  claim: Claim,
  stopping: AbortSignal,
  claimedAt = performance.now(),
): Promise<void> {
  const { publishing, spool, log } = services;
  const ref = { post_id: claim.post_id, claim_token: claim.claim_token };
  const lease = keepLease(() => publishing.renew(ref));
  const work = new AbortController();
  const giveUp = () => work.abort();
  stopping.addEventListener("abort", giveUp);
  lease.lost.addEventListener("abort", giveUp);
  if (stopping.aborted) giveUp();
  let isReported = false;
  const report = async (outcome: PublishOutcome) => {
    isReported = true;
    await spool.report({ ...ref, outcome });
  };
  try {
    await services.withAccount(
      claim.profile.id,
      work.signal,
      async ({ adapter: { platform, preparePost }, context, forget }) => {
        const prepared = await preparePost(context, outgoingPost(claim, services.openFile));
        let outcome: PublishOutcome | null = null;
        const sendOrWait = async (): Promise<{ waitMs: number } | null> => {
          const answer = await askToSend(publishing, ref, lease, work.signal);
          if (answer.kind === "early") return { waitMs: answer.wait_ms };
          if (answer.kind === "lost") return null;
          stopping.removeEventListener("abort", giveUp);
          lease.lost.removeEventListener("abort", giveUp);
          const withinMs = Math.min(platform.sendTimeoutMs, answer.leftMs);
          countLateness(platform.id, performance.now() - claimedAt - claim.due_in_ms);
          outcome = await sendPrepared(prepared, withinMs, triesOf(claim));
          countOutcome(platform.id, outcome);
          if (outcome.kind !== "published") forget();
          await report(outcome);
          return null;
        };
        await waitMonotonic(claimedAt + claim.due_in_ms - performance.now(), work.signal);
        for (;;) {
          const early = await services.sendingOf(claim.profile.id, sendOrWait);
          if (early === null) break;
          await waitMonotonic(early.waitMs, work.signal);
        }
        if (outcome !== null) await keepProof(services, claim, prepared, outcome);
        giveUp();
      },
    );
  } catch (error) {
    if (isReported) log.warn({ err: error, postId: claim.post_id }, "clean-up after a post failed");
    else if (!lease.lost.aborted) await report(outcomeBeforeSending(error, claim, stopping));
  } finally {
    stopping.removeEventListener("abort", giveUp);
    lease.stop();
  }
}

function outcomeBeforeSending(error: unknown, claim: Claim, stopping: AbortSignal): PublishOutcome {
  return stopping.aborted
    ? {
        kind: "released",
        sentence: "The service was restarted before the post was sent. Nothing was posted.",
      }
    : outcomeOfFailure(error, triesOf(claim));
}
