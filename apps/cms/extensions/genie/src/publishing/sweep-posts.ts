import type { PostSweepAnswer } from "@genie/schema";
import type { Context } from "../directus.ts";
import { gateEnv } from "../gate-env.ts";
import { reasonOf } from "../gate-queues.ts";
import { oneAtATime } from "../one-at-a-time.ts";
import { wakePost } from "../wake-post/wake-post.ts";

const aheadMs = 2 * 60_000;
const mostPosts = 1000;

/** Wakes posts that are due soon or overdue once more, since the queue may have lost them. */
export async function sweepPosts(context: Context): Promise<PostSweepAnswer> {
  const answer = await oneAtATime(context.database, "publishing/sweep", async () => {
    const due = await postsDueSoon(context);
    let enqueued = 0;
    try {
      for (const id of due) {
        await wakePost(context, id);
        enqueued += 1;
      }
    } catch (error) {
      // The others would fail as well, each after two seconds.
      context.logger.warn({ reason: reasonOf(error) }, "the sweep can't reach the queue");
    }
    return { skipped: false as const, due: due.length, enqueued };
  });
  return answer ?? { skipped: true };
}

async function postsDueSoon({ database, env }: Context): Promise<string[]> {
  const prepare = gateEnv(env).platforms.map(({ id, prepareMs }) => [id, prepareMs]);
  const rows = await database("scheduled_posts as p")
    .join("creator_profiles as c", "c.id", "p.creator_profile_id")
    .where("p.status", "pending")
    .andWhereRaw(
      `greatest(p.scheduled_for - coalesce((?::jsonb ->> c.platform)::int, 0) * interval '1 millisecond',
                p.retry_at) < clock_timestamp() + ? * interval '1 millisecond'`,
      [JSON.stringify(Object.fromEntries(prepare)), aheadMs],
    )
    .orderBy("p.scheduled_for")
    .limit(mostPosts)
    .select<{ id: string }[]>("p.id");
  return rows.map(({ id }) => id);
}
