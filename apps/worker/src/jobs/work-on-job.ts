import type { WorkerJob } from "@genie/directus-client";
import { AppError, messageForPeople } from "@genie/errors";
import type { JobRun } from "@genie/jobs";
import type { Logger } from "@genie/logger";
import type { JobDone, JobRecords } from "./job-records.ts";
import { reportProgress, type ReportProgress } from "./report-progress.ts";

const pauseMs = 5_000;

/**
 * Does the work of a `media_jobs` row and keeps the row's story: active, progress, completed; queued
 * again or failed with a sentence when it throws. A row that is over or gone is left alone. Work that
 * is given up because the worker stops goes back into the queue and does not count as a try, and no more
 * does work that had saved something for good (`gotFurther`) when it threw what may be tried again: so
 * long work outlasts many troubles. Work that needs a person to sign in waits for her, and work that somebody
 * called off ends without a word. `whenOver` clears up after work that is found to be over.
 */
export async function workOnJob(
  { jobs, log }: { jobs: JobRecords; log: Logger },
  run: JobRun<{ jobId: string }>,
  work: (job: WorkerJob, progress: ReportProgress, gotFurther: () => void) => Promise<JobDone>,
  whenOver?: (job: WorkerJob) => Promise<void>,
): Promise<void> {
  const job = await jobs.read(run.payload.jobId);
  if (job === null || isOver(job)) {
    if (job !== null) await whenOver?.(job);
    return;
  }
  let failure: unknown;
  let isFurther = false;
  try {
    await jobs.markActive(job.id, run.attempt);
    const progress = reportProgress((percent) => jobs.reportProgress(job.id, percent));
    const gotFurther = () => {
      isFurther = true;
    };
    await jobs.complete(job.id, await work(job, progress, gotFurther));
    return;
  } catch (error) {
    failure = error;
  }
  if (isCalledOff(failure) && (await jobs.read(job.id))?.status === "cancelled") return undefined;
  if (run.signal.aborted) {
    await jobs.requeue(job.id, null);
    return run.delayUntil(new Date());
  }
  if (failure instanceof AppError && failure.code === "person_needed") {
    if (await jobs.park(job.id, failure.message)) return undefined;
    await jobs.requeue(job.id, null);
    return run.delayUntil(new Date());
  }
  if (isFurther && !isFinal(failure)) {
    await jobs.requeue(job.id, messageForPeople(failure));
    return run.delayUntil(new Date(Date.now() + pauseOf(failure)));
  }
  try {
    const sentence = messageForPeople(failure);
    const isLast = run.lastAttempt || isFinal(failure);
    await (isLast ? jobs.fail(job.id, sentence) : jobs.requeue(job.id, sentence));
  } catch (err) {
    log.error({ err, jobId: job.id }, "the failure of a job could not be written down");
  }
  throw failure;
}

const isOver = ({ status }: WorkerJob) => status !== "queued" && status !== "active";

/** The gate takes nothing about work that was called off. */
export const isCalledOff = (error: unknown): boolean =>
  error instanceof AppError && error.code === "conflict";

/** Whether another try is of no use. */
export const isFinal = (error: unknown) => error instanceof AppError && error.retry === "never";

const pauseOf = (error: unknown) =>
  error instanceof AppError && typeof error.retry === "object" ? error.retry.afterMs : pauseMs;
