import { type JobType, jobTypes } from "@genie/jobs";
import type { Context } from "../directus.ts";
import { gateQueues } from "../gate-queues.ts";

/** What a kind of job is; undefined for one that nobody may ask for. */
export function jobTypeOf(name: unknown): JobType | undefined {
  return typeof name === "string" && Object.hasOwn(jobTypes, name)
    ? jobTypes[name as keyof typeof jobTypes]
    : undefined;
}

/** Puts a row's job into its queue, unless it waits or runs there. Throws when the queue is away. */
export async function enqueueJob(
  context: Pick<Context, "env" | "logger">,
  { id, job_type: name }: { id: string; job_type: string },
): Promise<void> {
  const type = jobTypeOf(name);
  if (type) await gateQueues(context).enqueue(type.definition, { jobId: id });
}
