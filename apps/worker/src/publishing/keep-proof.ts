import type { PreparedPost } from "@genie/platforms";
import type { Claim, PublishOutcome } from "@genie/schema";
import type { PublishServices } from "./publish-claim.ts";

/**
 * Keeps a picture of a post that has just been published, as its platform shows it. Never throws: the
 * post is out, with or without a picture.
 */
export async function keepProof(
  { live, storeProof, log }: Pick<PublishServices, "live" | "log" | "storeProof">,
  { post_id: postId, user_id: ownerId }: Claim,
  prepared: PreparedPost,
  outcome: PublishOutcome,
): Promise<void> {
  if (outcome.kind !== "published" || prepared.picture === undefined) return;
  try {
    const fileId = await storeProof(ownerId, await prepared.picture());
    await live.report({
      post_id: postId,
      platform_post_id: outcome.platform_post_id,
      live: true,
      proof_file_id: fileId,
    });
  } catch (err) {
    log.warn({ err, postId }, "there is no picture of a published post");
  }
}
