import type { Knex } from "knex";
import type { Context } from "../directus.ts";
import { announceChanges, type RowChange } from "../directus-emitter.ts";
import { reasonOf } from "../gate-queues.ts";
import { enqueueJob } from "../job-intake/enqueue-job.ts";
import { wakePost } from "../wake-post/wake-post.ts";

export type AskedEnd = "cancelled" | "completed" | "expired" | "failed";

type Asked = { id: string; creator_profile_id: string };
type Job = { id: string; job_type: string };

/**
 * Ends what people were asked for: with a log-in, what waited for it goes on at once; without one it
 * ends, and says why. Answers the ids of the rows that ended.
 */
export async function settleAsked(
  context: Context,
  which: (asked: Knex.QueryBuilder) => Knex.QueryBuilder,
  { status, notes }: { status: AskedEnd; notes?: string },
): Promise<string[]> {
  const changes: RowChange[] = [];
  const going: Job[] = [];
  const settled = await context.database.transaction(async (trx) => {
    const values = {
      status,
      ...(notes !== undefined && { notes }),
      browser_session_id: null,
      ticket_hash: null,
      ticket_expires_at: null,
    };
    const rows = await which(trx<Asked>("hitl_sessions").where("status", "pending"))
      .update({ ...values, completed_at: trx.raw("clock_timestamp()") })
      .returning<Asked[]>(["id", "creator_profile_id"]);
    for (const { id } of rows) {
      changes.push({ collection: "hitl_sessions", action: "update", id, values });
      const waited = await settleJobs(trx, id, status, notes ?? endOfJob[status]);
      changes.push(...waited.changes);
      if (status === "completed") going.push(...waited.jobs);
    }
    return rows;
  });
  await announceChanges(context, null, changes);
  for (const job of going) await attempt(context, job.id, () => enqueueJob(context, job));
  if (status === "completed") {
    await wakeWaitingPosts(
      context,
      settled.map((row) => row.creator_profile_id),
    );
  }
  return settled.map(({ id }) => id);
}

const endOfJob = {
  cancelled:
    "You called the log-in off, so this was not done. Nothing was changed; start it again.",
  completed: null,
  expired:
    "Nobody signed in within a day, so this was not done. Nothing was changed; start it again.",
  failed: "The log-in did not work, so this was not done. Nothing was changed; start it again.",
} as const satisfies Record<AskedEnd, string | null>;

/** Every job that waited for it. */
async function settleJobs(
  trx: Knex,
  asked: string,
  status: AskedEnd,
  sentence: string | null,
): Promise<{ jobs: Job[]; changes: RowChange[] }> {
  const values =
    status === "completed"
      ? { status: "queued", progress: 0, error: null, waits_for: null }
      : { status: "failed", error: sentence, waits_for: null };
  const jobs = await trx("media_jobs")
    .where({ waits_for: asked })
    .whereIn("status", ["queued", "active"])
    .update({
      ...values,
      ...(status !== "completed" && { completed_at: trx.raw("clock_timestamp()") }),
    })
    .returning<Job[]>(["id", "job_type"]);
  const changes = jobs.map(
    ({ id }) => ({ collection: "media_jobs", action: "update", id, values }) as const,
  );
  return { jobs, changes };
}

/** Posts that were put off because nobody was signed in need not wait for their next try. */
async function wakeWaitingPosts(context: Context, profiles: readonly string[]): Promise<void> {
  const posts = await context
    .database("scheduled_posts")
    .whereIn("creator_profile_id", [...profiles])
    .where("status", "pending")
    .whereNotNull("retry_at")
    .update({ retry_at: null, error_message: null })
    .returning<{ id: string }[]>("id");
  for (const { id } of posts) await attempt(context, id, () => wakePost(context, id));
}

/** What the queue does not take now, a sweep puts into it. */
async function attempt(context: Context, id: string, work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    context.logger.warn({ id, reason: reasonOf(error) }, "what waited is left to the next sweep");
  }
}
