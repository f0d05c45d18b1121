import type { AnyQueue } from "./backend.ts";
import type { QueueName } from "./define-job.ts";

/** What is in a queue now. */
export type QueueFigures = {
  queue: QueueName;
  /** Could run and has no worker yet. */
  waiting: number;
  active: number;
  /** Waits for its time. */
  delayed: number;
  /** For how long the one that has waited longest could run; null when none waits. */
  oldestWaitingMs: number | null;
};

/** Those that wait are asked for their age up to this number. */
const mostLookedAt = 100;

/** Asks a queue how much is in it. */
export async function readFigures(name: QueueName, queue: AnyQueue): Promise<QueueFigures> {
  const counts = await queue.getJobCounts("waiting", "prioritized", "active", "delayed");
  const { waiting = 0, prioritized = 0, active = 0, delayed = 0 } = counts;
  const isEmpty = waiting + prioritized === 0;
  const jobs = isEmpty
    ? []
    : await queue.getJobs(["waiting", "prioritized"], 0, mostLookedAt, true);
  const since = jobs.map((job) => job.timestamp + (job.opts.delay ?? 0));
  return {
    queue: name,
    waiting: waiting + prioritized,
    active,
    delayed,
    oldestWaitingMs: since.length === 0 ? null : Math.max(0, Date.now() - Math.min(...since)),
  };
}
