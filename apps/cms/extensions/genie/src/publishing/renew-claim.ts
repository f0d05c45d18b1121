import { claimLeaseMs, type ClaimRef, type RenewAnswer } from "@genie/schema";
import { currentAttempt } from "./attempts.ts";
import { lockPost } from "./post-row.ts";
import type { Publisher } from "./publisher.ts";

/**
 * Extends a claim while its post is being prepared, to be sent or to be sent again; not once it is being
 * sent, nor once a person is asked.
 */
export async function renewClaim(
  { trx, now }: Publisher,
  { post_id: id, claim_token: token }: ClaimRef,
): Promise<RenewAnswer> {
  const post = await lockPost(trx, id);
  if (post?.claim_token !== token) return { renewed: false };
  const prepared = { publishing: "started", unconfirmed: "unknown" } as const;
  const state = post.status === "publishing" || post.status === "unconfirmed" ? post.status : null;
  const attempt = await currentAttempt(trx, post);
  if (state === null || attempt?.state !== prepared[state]) return { renewed: false };
  // No news for hooks and flows, so without their being told.
  const until = new Date((await now()) + claimLeaseMs);
  await trx("scheduled_posts")
    .where({ id })
    .update({ claimed_until: trx.raw("greatest(claimed_until, ?)", [until]) });
  return { renewed: true };
}
