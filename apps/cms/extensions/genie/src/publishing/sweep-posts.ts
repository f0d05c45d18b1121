import { publishPost } from "@genie/jobs";
import type { PostSweepAnswer } from "@genie/schema";
import type { Platform } from "@genie/platforms";
import type { Context } from "../directus.ts";
import { gateEnv } from "../gate-env.ts";
import { gateQueues, reasonOf } from "../gate-queues.ts";
import { oneAtATime } from "../one-at-a-time.ts";
import { jobOf, mirrorWaiting } from "../wake-post/wake-post.ts";
import { claimPost } from "./claim-post.ts";
import { isPausedSql } from "./pauses.ts";
import type { PostRow } from "./post-row.ts";
import { asPublisher } from "./publisher.ts";

const aheadMs = 2 * 60_000;
const mostPosts = 20_000;

type DuePost = Pick<
  PostRow,
  "attempt_no" | "creator_profile_id" | "generation" | "id" | "platform"
> & {
  wait_ms: number;
  /** Which one of its account's it is, from 0. */
  turn: number;
  /** Whether its row in `media_jobs` is there. */
  mirrored: boolean;
};

/**
 * Wakes posts that are due soon or overdue once more, since the queue may have lost them. Nobody listens
 * to the queue of a platform that is not there any more, so its posts are ended here.
 */
export async function sweepPosts(context: Context): Promise<PostSweepAnswer> {
  const { platforms } = gateEnv(context.env);
  const answer = await oneAtATime(context.database, "publishing/sweep", async () => {
    const all = await postsDueSoon(context, platforms);
    const isReachable = ({ platform }: DuePost) => platforms.some(({ id }) => id === platform);
    for (const { id } of all.filter((post) => !isReachable(post))) {
      await asPublisher(context, null, (publisher) => claimPost(publisher, platforms, id));
    }
    const due = all.filter(isReachable);
    for (const { id } of due.filter(({ mirrored }) => !mirrored)) await mirrorWaiting(context, id);
    let enqueued = due.length;
    try {
      // A post that was changed meanwhile has a job of its own; one too many only asks the row.
      await gateQueues(context).enqueueAll(
        publishPost,
        due.map((post) => ({ payload: jobOf(post), delayMs: post.wait_ms, turn: post.turn })),
      );
    } catch (error) {
      enqueued = 0;
      context.logger.warn({ reason: reasonOf(error) }, "the sweep can't reach the queue");
    }
    return { skipped: false as const, due: due.length, enqueued };
  });
  return answer ?? { skipped: true };
}

/** The first of every account, then the second of each, so that many of one push nobody out. */
async function postsDueSoon(
  { database }: Context,
  platforms: readonly Platform[],
): Promise<DuePost[]> {
  const prepareMs = Object.fromEntries(platforms.map((each) => [each.id, each.prepareMs]));
  const { rows } = await database.raw<{ rows: DuePost[] }>(
    `select id, generation, attempt_no, creator_profile_id, platform, mirrored,
            greatest(0, ceil(extract(epoch from ready_at - clock_timestamp()) * 1000))::int as wait_ms,
            (row_number() over (partition by creator_profile_id order by scheduled_for, id) - 1)::int as turn
       from (select p.id, p.generation, p.attempt_no, p.creator_profile_id, p.scheduled_for, c.platform,
                    greatest(p.scheduled_for - coalesce((:prepareMs::jsonb ->> c.platform)::int, 0)
                                               * interval '1 millisecond', p.retry_at, c.publish_after) as ready_at,
                    exists (select from media_jobs j
                             where j.post_id = p.id and j.status = 'queued'
                               and j.bull_job_id = p.id || '-g' || p.generation) as mirrored
               from scheduled_posts p join creator_profiles c on c.id = p.creator_profile_id
              where p.status = 'pending' and not ${isPausedSql}) waiting
      where ready_at < clock_timestamp() + :aheadMs * interval '1 millisecond'
      order by turn, scheduled_for
      limit :mostPosts`,
    { prepareMs: JSON.stringify(prepareMs), aheadMs, mostPosts },
  );
  return rows;
}
