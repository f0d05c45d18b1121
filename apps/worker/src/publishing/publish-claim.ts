import { AppError } from "@genie/errors";
import type { Logger } from "@genie/logger";
import type { Claim, PublishOutcome } from "@genie/schema";
import type { WithAccount } from "../accounts/account-session.ts";
import { keepLease, type Lease } from "./keep-lease.ts";
import type { OutcomeSpool } from "./outcome-spool.ts";
import { outcomeOfFailure, refused } from "./outcomes.ts";
import { type OpenFile, outgoingPost } from "./outgoing-post.ts";
import type { PublishingRecords } from "./publishing-records.ts";
import { sendPrepared } from "./send-prepared.ts";
import { waitMonotonic } from "./wait-monotonic.ts";

export type PublishServices = {
  publishing: PublishingRecords;
  spool: OutcomeSpool;
  withAccount: WithAccount;
  openFile: OpenFile;
  log: Logger;
};

/**
 * Sends a claimed post at its second, once, and reports what came of it. Until it is written down
 * that the request goes out, everything may be given up, because the worker stops or the claim is
 * lost; from then on the request is finished. Never throws.
 */
export async function publishClaim(
  services: PublishServices,
  claim: Claim,
  stopping: AbortSignal,
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
      async ({ adapter: { platform, preparePost }, context }) => {
        const prepared = await preparePost(context, outgoingPost(claim, services.openFile));
        const sendWithinMs = await atItsTime(publishing, ref, lease, work.signal);
        if (sendWithinMs === null) return;
        stopping.removeEventListener("abort", giveUp);
        lease.lost.removeEventListener("abort", giveUp);
        const withinMs = Math.min(platform.sendTimeoutMs, sendWithinMs);
        await report(await sendPrepared(prepared, withinMs, claim.attempt_no));
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

/** How long sending may take, once its second has come and it is written down; null: send nothing. */
async function atItsTime(
  publishing: PublishingRecords,
  ref: { post_id: string; claim_token: string },
  lease: Lease,
  signal: AbortSignal,
): Promise<number | null> {
  for (;;) {
    await lease.ensureFresh();
    signal.throwIfAborted();
    const askedAt = performance.now();
    const answer = await publishing.intend(ref);
    switch (answer.kind) {
      case "lost":
        return null;
      case "early":
        await waitMonotonic(answer.wait_ms, signal);
        break;
      case "send": {
        signal.throwIfAborted();
        const left = answer.send_within_ms - (performance.now() - askedAt);
        if (left > answer.send_within_ms / 2) return left;
        // The process stood still; by now somebody else may look after the post.
        throw new AppError(
          "internal",
          "The post was not sent in its time. It is tried again; nothing was lost.",
        );
      }
    }
  }
}

function outcomeBeforeSending(error: unknown, claim: Claim, stopping: AbortSignal): PublishOutcome {
  return stopping.aborted
    ? refused("The service was restarted. The post is sent as soon as it is back.", 0)
    : outcomeOfFailure(error, claim.attempt_no);
}
