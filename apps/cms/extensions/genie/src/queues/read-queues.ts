import type { QueuesAnswer } from "@genie/schema";
import type { Context } from "../directus.ts";
import { gateEnv } from "../gate-env.ts";
import { gateQueues } from "../gate-queues.ts";
import { failedJobs, lately, mayRetry } from "./failed-jobs.ts";

const mostShown = 50;

type Failed = { id: string; job_type: string; completed_at: Date | null };

/** Throws `upstream_unavailable` when the queues don't answer. */
export async function readQueues(context: Context): Promise<QueuesAnswer> {
  const platforms = gateEnv(context.env).platforms.map(({ id }) => id);
  const [figures, failed, [counted]] = await Promise.all([
    gateQueues(context).figures(platforms),
    failedJobs(context.database)
      .andWhereRaw(lately)
      .orderBy("completed_at", "desc")
      .limit(mostShown)
      .select<Failed[]>("id", "job_type", "completed_at"),
    failedJobs(context.database).andWhereRaw(lately).count<{ count: string }[]>(),
  ]);
  return {
    queues: figures.map(({ oldestWaitingMs, ...figure }) => ({
      ...figure,
      oldest_waiting_ms: oldestWaitingMs,
    })),
    failed: failed.map(({ id, job_type, completed_at }) => ({
      id,
      job_type,
      failed_at: completed_at?.toISOString() ?? null,
      may_retry: mayRetry(job_type),
    })),
    failed_count: Number(counted?.count ?? 0),
  };
}
