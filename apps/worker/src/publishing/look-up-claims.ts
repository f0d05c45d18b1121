import { AppError } from "@genie/errors";
import type { Logger } from "@genie/logger";
import type { Claim } from "@genie/schema";
import type { WithAccount } from "../accounts/account-session.ts";
import { forEachLimited } from "../for-each-limited.ts";
import type { OutcomeSpool } from "./outcome-spool.ts";
import { published } from "./outcomes.ts";
import type { PublishingRecords } from "./publishing-records.ts";

const lookUpsAtOnce = 3;

/**
 * Looks on the platforms for posts whose answer was lost. One that can't be looked up now is left to
 * the next time.
 */
export async function lookUpClaims(
  services: {
    publishing: PublishingRecords;
    spool: OutcomeSpool;
    withAccount: WithAccount;
    log: Logger;
  },
  signal: AbortSignal,
): Promise<void> {
  const claims = await services.publishing.takeUnconfirmed();
  await forEachLimited(claims, lookUpsAtOnce, async (claim) => {
    if (signal.aborted) return;
    try {
      await lookUp(services, claim, signal);
    } catch (err) {
      const code = err instanceof AppError ? err.code : "internal";
      services.log.warn({ err, code, postId: claim.post_id }, "look-up of a post failed");
    }
  });
}

async function lookUp(
  { publishing, spool, withAccount }: Parameters<typeof lookUpClaims>[0],
  claim: Claim,
  signal: AbortSignal,
): Promise<void> {
  const { post_id, claim_token, sent_at } = claim;
  if (sent_at === null) return;
  const knownPostIds = await publishing.publishedIds(claim.profile.id);
  const found = await withAccount(claim.profile.id, signal, ({ adapter, context }) =>
    adapter.findPublished(context, {
      caption: claim.caption,
      fileCount: claim.media.length,
      idempotencyKey: claim.idempotency_key,
      sentAt: new Date(sent_at),
      knownPostIds,
    }),
  );
  const outcome = found === null ? ({ kind: "not_found" } as const) : published(found);
  await spool.report({ post_id, claim_token, outcome });
}
