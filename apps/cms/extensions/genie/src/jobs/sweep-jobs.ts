import type { JobSweepAnswer } from "@genie/schema";
import type { Accountability, Context } from "../directus.ts";
import { announceChanges, type RowChange } from "../directus-emitter.ts";
import { gateQueues, reasonOf } from "../gate-queues.ts";
import { enqueueJob, jobTypeOf } from "../job-intake/enqueue-job.ts";
import { sweepUnconfirmed } from "../account/unconfirmed.ts";
import { sweepConfirmations } from "../actions/confirmations/sweep-confirmations.ts";
import { keepLibrary } from "../library/keep-library.ts";
import { oneAtATime } from "../one-at-a-time.ts";
import { settleAsked } from "../people/settle-asked.ts";
import { endStaleUploads } from "../resumable-uploads/end-stale-uploads.ts";
import { putBackOwners } from "../taxonomy/wake-owners.ts";
import { continueDeletions } from "../your-data/deletion/continue-deletions.ts";
import { removeLeftOver } from "../your-data/import/remove-left-over.ts";
import { endLostTransfers } from "../your-data/end-lost-transfers.ts";
import { endLostReadings } from "./end-lost-readings.ts";
import { putBackFiles } from "./put-back-files.ts";
import { restoreSchedules } from "./restore-schedules.ts";

const mostRequeues = 5;
const mostJobs = 1000;

type Lost = { id: string; job_type: string; status: string; requeues: number };

/**
 * Puts jobs that their queue has lost back into it, schedules as well, and whoever has entries to be
 * classified; ends what was cut off, and keeps the library.
 */
export async function sweepJobs(context: Context, worker: Accountability): Promise<JobSweepAnswer> {
  const answer = await oneAtATime(context.database, "jobs/sweep", async () => {
    const done = {
      skipped: false as const,
      enqueued: 0,
      failed: 0,
      schedules_set: 0,
      schedules_removed: 0,
    };
    await settleAsked(context, (asked) => asked.whereRaw("expires_at < clock_timestamp()"), {
      status: "expired",
    });
    await sweepConfirmations(context);
    await sweepUnconfirmed(context);
    await endStaleUploads(context);
    await endLostTransfers(context.database);
    await removeLeftOver(context);
    continueDeletions(context);
    await keepLibrary(context);
    const changes = await endLostReadings(context);
    try {
      for (const job of await lostCandidates(context)) {
        if (await isInQueue(context, job)) continue;
        if (job.requeues >= mostRequeues) {
          const given = await giveUp(context, job);
          changes.push(...given);
          done.failed += given.length;
        } else {
          changes.push(...(await putBack(context, job)));
          done.enqueued += 1;
        }
      }
      await putBackFiles(context);
      await putBackOwners(context);
      const schedules = await restoreSchedules(context);
      done.schedules_set = schedules.set;
      done.schedules_removed = schedules.removed;
    } catch (error) {
      // Everything else would fail as well, each after two seconds.
      context.logger.warn({ reason: reasonOf(error) }, "the sweep can't reach the queue");
    }
    await announceChanges(context, worker, changes);
    return done;
  });
  return answer ?? { skipped: true };
}

/**
 * Rows that have waited for long, or are said to run; posts have a sweep of their own, and what waits for
 * a person to sign in is not lost.
 */
async function lostCandidates({ database }: Context): Promise<Lost[]> {
  return database<Lost>("media_jobs")
    .whereNot("job_type", "publish_post")
    .whereNotExists(
      database("hitl_sessions as asked")
        .whereRaw("asked.id = media_jobs.waits_for")
        .where("asked.status", "pending")
        .select(database.raw("1")),
    )
    .andWhereRaw(
      `(status = 'queued' and created_at < clock_timestamp() - interval '30 seconds'
        or status = 'active' and started_at < clock_timestamp() - interval '2 minutes')`,
    )
    .orderBy("created_at")
    .limit(mostJobs)
    .select("id", "job_type", "status", "requeues");
}

async function isInQueue(context: Context, job: Lost): Promise<boolean> {
  const type = jobTypeOf(job.job_type);
  // A kind that nobody works on yet waits for a release that does.
  if (!type) return true;
  return gateQueues(context).isPending(type.definition, { jobId: job.id });
}

async function putBack(context: Context, job: Lost): Promise<RowChange[]> {
  const row = context.database("media_jobs").where({ id: job.id });
  const values = { status: "queued", progress: 0 };
  // Before it is in the queue, or the worker might have begun with it; and only as it was found.
  const changed = await row.clone().andWhere("status", job.status).update(values);
  if (changed === 0) return [];
  await enqueueJob(context, job);
  await row.clone().increment("requeues", 1);
  return job.status === "queued"
    ? []
    : [{ collection: "media_jobs", action: "update", id: job.id, values }];
}

/** Only as it was found: one that has ended or was called off meanwhile stays so. */
async function giveUp({ database }: Context, { id, status }: Lost): Promise<RowChange[]> {
  const values = {
    status: "failed",
    error: `It was put back into its queue ${mostRequeues} times and never ended. Nothing more is tried; start it again.`,
  };
  const changed = await database("media_jobs")
    .where({ id, status })
    .update({ ...values, completed_at: database.raw("clock_timestamp()") });
  return changed === 0 ? [] : [{ collection: "media_jobs", action: "update", id, values }];
}
