import { z } from "zod";

/** `GET /queues`, an administrator's: what is in the queues now, and what failed lately. Ids alone, no content. */
export const QueuesAnswer = z.object({
  queues: z.array(
    z.object({
      queue: z.string(),
      waiting: z.int().nonnegative(),
      active: z.int().nonnegative(),
      delayed: z.int().nonnegative(),
      /** For how long the job that has waited longest could run; null when none waits. */
      oldest_waiting_ms: z.number().nonnegative().nullable(),
    }),
  ),
  /** The latest of the last week. */
  failed: z.array(
    z.object({
      id: z.uuid(),
      job_type: z.string(),
      failed_at: z.string().nullable(),
      /** Posts are decided on by their owners. */
      may_retry: z.boolean(),
    }),
  ),
  /** How many failed in the last week, with those that are not shown. */
  failed_count: z.int().nonnegative(),
});
export type QueuesAnswer = z.infer<typeof QueuesAnswer>;

/** `POST /queues/retry` and `POST /queues/remove`: jobs that failed; others are passed over. */
export const FailedJobsRequest = z.strictObject({ ids: z.array(z.uuid()).min(1).max(100) });

export const FailedJobsAnswer = z.object({ changed: z.int().nonnegative() });
export type FailedJobsAnswer = z.infer<typeof FailedJobsAnswer>;
