import type { JobRecords } from "../jobs/job-records.ts";
import { isCalledOff } from "../jobs/work-on-job.ts";

const intervalMs = 1_500;

/** How far work has got, told now and then, and a signal that aborts when somebody calls it off. */
export type WatchedJob = {
  signal: AbortSignal;
  /** Per cent. */
  note: (percent: number) => void;
  stop: () => void;
};

/** Says of a job that runs how far it has got, and learns by it whether it was called off. */
export function watchJob(
  { reportProgress }: Pick<JobRecords, "reportProgress">,
  jobId: string,
  stopping: AbortSignal,
): WatchedJob {
  const calledOff = new AbortController();
  let percent = 0;
  let isAsking = false;
  const timer = setInterval(() => {
    if (isAsking) return;
    isAsking = true;
    reportProgress(jobId, percent)
      .catch((error: unknown) => {
        // An answer that did not come says nothing; the next one will.
        if (isCalledOff(error)) calledOff.abort(error);
      })
      .finally(() => {
        isAsking = false;
      });
  }, intervalMs);
  return {
    signal: AbortSignal.any([stopping, calledOff.signal]),
    note: (next) => {
      percent = Math.min(99, Math.max(percent, Math.floor(next)));
    },
    stop: () => {
      clearInterval(timer);
    },
  };
}
