import { publishPost } from "@genie/jobs";
import type { Context } from "../directus.ts";
import { announceChanges, type RowChange } from "../directus-emitter.ts";
import { gateEnv } from "../gate-env.ts";
import { gateQueues } from "../gate-queues.ts";
import { mirrorPost, removeRevoked } from "../publishing/mirror-post.ts";
import { databaseNow, lockPost, type PostRow } from "../publishing/post-row.ts";
import { readyAt } from "../publishing/ready-at.ts";

/**
 * Brings the queue and `media_jobs` to what the post says: a post that waits has a job for its time,
 * any other has none that waits. Throws when the queue does not answer; the row is right even then.
 */
export async function wakePost(context: Context, postId: string): Promise<void> {
  const changes: RowChange[] = [];
  const woken = await context.database.transaction(async (trx) => {
    const post = await lockPost(trx, postId);
    if (post?.status !== "pending") {
      await removeRevoked(trx, postId);
      return null;
    }
    // What the platform said belongs to the wait for another try, not to a plan that is new.
    const error = post.retry_at === null ? null : post.error_message;
    changes.push(...(await mirrorPost(trx, post, { status: "queued", error })));
    return { post, now: await databaseNow(trx) };
  });
  await announceChanges(context, null, changes);
  if (woken) await enqueue(context, woken.post, woken.now);
}

async function enqueue(context: Context, post: PostRow, now: number): Promise<void> {
  const platform = gateEnv(context.env).platforms.find(({ id }) => id === post.platform);
  await gateQueues(context).enqueue(
    publishPost,
    { postId: post.id, generation: post.generation, attempt: post.attempt_no },
    { delayMs: Math.max(0, readyAt(post, platform) - now) },
  );
}
