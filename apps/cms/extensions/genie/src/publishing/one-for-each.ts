import { currentAttempt } from "./attempts.ts";
import { isAnotherBeingSent, lockAccount } from "./account-turns.ts";
import { lockPost, type PostRow } from "./post-row.ts";
import type { Publisher } from "./publisher.ts";

/**
 * Two posts of an account with the same words may both be in doubt, and what a look-up finds may be the
 * other's. What the sender of a post was told is known, what was found is a guess: so nothing is found that
 * another post has or may be about to get, and who guessed gives it back when the sender of another post
 * names it. The ledger tells them apart: a try has the platform's id only where its sender was told it.
 */

/** Whether a look-up may not believe that what it found is this post. Holds the account until the commit. */
export async function mayBeAnothers(
  { trx }: Publisher,
  post: PostRow,
  platformPostId: string,
): Promise<boolean> {
  await lockAccount(trx, post);
  const other = await trx("scheduled_posts")
    .where({ creator_profile_id: post.creator_profile_id, platform_post_id: platformPostId })
    .whereNot("id", post.id)
    .first<{ id: string } | undefined>("id");
  return other !== undefined || isAnotherBeingSent(trx, post, { caption: post.caption });
}

/**
 * Puts other posts of the account back into doubt that a look-up took for what the sender of this post was
 * told. Holds the account until the commit.
 */
export async function takeBackFound(
  publisher: Publisher,
  post: PostRow,
  platformPostId: string,
): Promise<void> {
  const { trx } = publisher;
  await lockAccount(trx, post);
  const others = await trx("scheduled_posts")
    .where({
      creator_profile_id: post.creator_profile_id,
      platform_post_id: platformPostId,
      status: "published",
    })
    .whereNot("id", post.id)
    .select<{ id: string }[]>("id");
  for (const { id } of others) await doubtAgain(publisher, await lockPost(trx, id));
}

async function doubtAgain(publisher: Publisher, post: PostRow | undefined): Promise<void> {
  const attempt = post && (await currentAttempt(publisher.trx, post));
  if (!post || !attempt || attempt.platform_post_id !== null) return;
  const sentence =
    "What was found on the platform is another post with the same words, so it is looked up once more.";
  await publisher.changeAttempt(attempt, { state: "unknown", error: sentence, not_found_at: null });
  await publisher.changePost(post, {
    status: "unconfirmed",
    claim_token: null,
    claimed_until: new Date(await publisher.now()),
    published_at: null,
    platform_post_id: null,
    permalink: null,
    proof_file_id: null,
    verified_at: null,
    still_live_at: null,
    missing_since: null,
    taken_down_at: null,
    live_check_at: null,
    error_message: sentence,
  });
}
