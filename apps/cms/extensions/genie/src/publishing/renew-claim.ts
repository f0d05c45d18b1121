import { claimLeaseMs, type ClaimRef, type RenewAnswer } from "@genie/schema";
import { currentAttempt } from "./attempts.ts";
import { lockPost } from "./post-row.ts";
import type { Publisher } from "./publisher.ts";

/** Extends a claim while its post is being prepared; not once it is being sent. */
export async function renewClaim(
  { trx, now }: Publisher,
  { post_id: id, claim_token: token }: ClaimRef,
): Promise<RenewAnswer> {
  const post = await lockPost(trx, id);
  if (post?.status !== "publishing" || post.claim_token !== token) return { renewed: false };
  const attempt = await currentAttempt(trx, post);
  if (attempt?.state !== "started") return { renewed: false };
  // No news for hooks and flows, so without their being told.
  const until = new Date((await now()) + claimLeaseMs);
  await trx("scheduled_posts").where({ id }).update({ claimed_until: until });
  return { renewed: true };
}
