import { isDirectusError } from "@directus/errors";
import type { Platform } from "@genie/platforms";
import type { Knex } from "knex";
import type { Accountability, Context } from "../directus.ts";
import { announceChanges } from "../directus-emitter.ts";
import { gateEnv } from "../gate-env.ts";
import { reasonOf } from "../gate-queues.ts";
import { enqueueJob, jobTypeOf } from "../job-intake/enqueue-job.ts";
import { requireSubject } from "../job-intake/require-subject.ts";

/** Within a week, by the database's clock. */
export const lately = "completed_at > clock_timestamp() - interval '7 days'";

/** What becomes of a post is its owner's to decide. */
const ownersDecide = ["publish_post", "delete_post"];

/** Whether an administrator may put back or forget a failed job of this kind. */
export const mayRetry = (kind: string): boolean => !ownersDecide.includes(kind);

export const failedJobs = (database: Knex) => database("media_jobs").where("status", "failed");

const ofThese = (database: Knex, ids: readonly string[]) =>
  failedJobs(database).whereIn("id", ids).whereNotIn("job_type", ownersDecide);

type FailedJob = {
  id: string;
  job_type: string;
  creator_profile_id: string | null;
  input_media_id: string | null;
  payload: unknown;
};

/**
 * Puts jobs that failed back into their queues, as if they were asked for now; answers how many. One that would be
 * refused now, since its account is being read for example, stays as it is.
 */
export async function retryFailed(
  context: Context,
  administrator: Accountability,
  ids: readonly string[],
): Promise<number> {
  const { platforms } = gateEnv(context.env);
  const values = { status: "queued", progress: 0, requeues: 0, error: null, completed_at: null };
  const rows = await context.database.transaction(async (trx) => {
    const failed = await ofThese(trx, ids)
      // The checks lock accounts: always in the same order.
      .orderBy(["creator_profile_id", "id"])
      .forUpdate()
      .select<FailedJob[]>("id", "job_type", "creator_profile_id", "input_media_id", "payload");
    const again: FailedJob[] = [];
    for (const row of failed) {
      if (!(await mayBegin(trx, platforms, row))) continue;
      // One by one: of two readings of an account the second finds the first.
      await trx("media_jobs").where("id", row.id).update(values);
      again.push(row);
    }
    return again;
  });
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

/** Whether job intake would take it now. */
async function mayBegin(
  trx: Knex,
  platforms: readonly Platform[],
  row: FailedJob,
): Promise<boolean> {
  const type = jobTypeOf(row.job_type);
  if (!type) return false;
  try {
    await requireSubject(trx, platforms, type.subject, row);
    return true;
  } catch (error) {
    if (isDirectusError(error)) return false;
    throw error;
  }
}

/** Forgets jobs that failed; what they were about stays. Answers how many. */
export const removeFailed = (context: Context, ids: readonly string[]): Promise<number> =>
  ofThese(context.database, ids).delete();
