import { publishPost } from "@genie/jobs";
import type { Knex } from "knex";
import type { Context } from "../directus.ts";
import { announceChanges, type RowChange } from "../directus-emitter.ts";
import { gateEnv } from "../gate-env.ts";
import { gateQueues } from "../gate-queues.ts";
import { mirrorPost, removeRevoked } from "../publishing/mirror-post.ts";
import { databaseNow, lockPost, type PostRow } from "../publishing/post-row.ts";
import { readyAt } from "../publishing/ready-at.ts";

const mostTurns = 1_000;

/**
 * Brings the queue and `media_jobs` to what the post says: a post that waits has a job for its time,
 * any other has none that waits. Throws when the queue does not answer; the row is right even then.
 */
export async function wakePost(context: Context, postId: string): Promise<void> {
  const woken = await mirrorWaiting(context, postId);
  if (woken) await enqueue(context, woken.post, woken.now);
}

/** Brings `media_jobs` alone to what the post says; null when it does not wait. */
export async function mirrorWaiting(
  context: Context,
  postId: string,
): Promise<{ post: PostRow; now: number } | null> {
  const changes: RowChange[] = [];
  const waiting = await context.database.transaction(async (trx) => {
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
  return waiting;
}

/** What the queue is told of a post. */
export const jobOf = ({
  id: postId,
  generation,
  attempt_no: attempt,
  platform,
  creator_profile_id: profileId,
}: Pick<PostRow, "attempt_no" | "creator_profile_id" | "generation" | "id" | "platform">) => ({
  postId,
  generation,
  attempt,
  platform,
  profileId,
});

async function enqueue(context: Context, post: PostRow, now: number): Promise<void> {
  const platform = gateEnv(context.env).platforms.find(({ id }) => id === post.platform);
  await gateQueues(context).enqueue(publishPost, jobOf(post), {
    delayMs: Math.max(0, readyAt(post, platform) - now),
    turn: await turnOf(context.database, post),
  });
}

/**
 * How many posts of the same account are to go out in the same second before this one. Many of one
 * account then line up behind the first of every other.
 */
async function turnOf(database: Knex, post: PostRow): Promise<number> {
  const others = database("scheduled_posts")
    .where({ creator_profile_id: post.creator_profile_id, status: "pending" })
    .whereNot("id", post.id)
    .andWhere("scheduled_for", "<=", post.scheduled_for)
    .andWhere("scheduled_for", ">", new Date(post.scheduled_for.getTime() - 1_000))
    .limit(mostTurns)
    .select("id");
  const [row] = await database.from(others.as("others")).count<{ count: string }[]>();
  return Number(row?.count ?? 0);
}
