import type { z } from "zod";

/** Posts have a queue for each platform, so that a slow one holds no other up. */
export type QueueName =
  | "classify"
  | "media"
  | "people"
  | "prepare"
  | "scrape"
  | `publish-${string}`;

/** One kind of work: its name, queue, payload and how it is repeated. Producers and worker share it. */
export type JobDefinition<Payload extends z.ZodType = z.ZodType> = {
  name: string;
  queue: QueueName | ((payload: z.output<Payload>) => QueueName);
  /** Ids only: no content, no secrets. */
  payload: Payload;
  /** How often it is tried, the first time included. */
  attempts: number;
  /** Equal keys are one job for as long as it waits or runs. */
  dedupeId: (payload: z.output<Payload>) => string;
  /** Asked for while it runs, it runs once more afterwards: what it had looked at already may have changed. */
  onceMore?: true;
};

/** The queue that a job with this payload waits in. */
export function queueOf<Payload extends z.ZodType>(
  { queue }: Pick<JobDefinition<Payload>, "queue">,
  payload: z.output<Payload>,
): QueueName {
  return typeof queue === "string" ? queue : queue(payload);
}

export function defineJob<
  const Name extends string,
  Payload extends z.ZodType,
  Queue extends JobDefinition<Payload>["queue"],
>(
  definition: JobDefinition<Payload> & { name: Name; queue: Queue },
): JobDefinition<Payload> & { name: Name; queue: Queue } {
  return definition;
}
