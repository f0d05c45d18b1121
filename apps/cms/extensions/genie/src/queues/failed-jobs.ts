import type { Knex } from "knex";
import type { Accountability, Context } from "../directus.ts";
import { announceChanges } from "../directus-emitter.ts";
import { reasonOf } from "../gate-queues.ts";
import { enqueueJob } from "../job-intake/enqueue-job.ts";

/** Within a week, by the database's clock. */
export const lately = "completed_at > clock_timestamp() - interval '7 days'";

export const failedJobs = (database: Knex) => database("media_jobs").where("status", "failed");

/** What may be changed here: what becomes of a post is its owner's to decide. */
const ofThese = (database: Knex, ids: readonly string[]) =>
  failedJobs(database).whereIn("id", ids).whereNot("job_type", "publish_post");

/** Puts jobs that failed back into their queues, as if they were asked for now; answers how many. */
export async function retryFailed(
  context: Context,
  administrator: Accountability,
  ids: readonly string[],
): Promise<number> {
  const values = { status: "queued", progress: 0, requeues: 0, error: null, completed_at: null };
  const rows = await ofThese(context.database, ids)
    .update(values)
    .returning<{ id: string; job_type: string }[]>(["id", "job_type"]);
  try {
    for (const row of rows) await enqueueJob(context, row);
  } catch (error) {
    // They wait as rows, and the sweep puts them in.
    context.logger.warn({ reason: reasonOf(error) }, "jobs could not be put in their queue");
  }
  const changes = rows.map(({ id }) => ({
    collection: "media_jobs",
    action: "update" as const,
    id,
    values,
  }));
  await announceChanges(context, administrator, changes);
  return rows.length;
}

/** Forgets jobs that failed; what they were about stays. Answers how many. */
export const removeFailed = (context: Context, ids: readonly string[]): Promise<number> =>
  ofThese(context.database, ids).delete();
