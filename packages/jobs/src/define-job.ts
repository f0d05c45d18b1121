import type { z } from "zod";

export type QueueName = "media" | "publish" | "scrape";

/** One kind of work: its name, queue, payload and how it is repeated. Producers and worker share it. */
export type JobDefinition<Payload extends z.ZodType = z.ZodType> = {
  name: string;
  queue: QueueName;
  /** Ids only: no content, no secrets. */
  payload: Payload;
  /** How often it is tried, the first time included. */
  attempts: number;
  /** Equal keys are one job for as long as it waits or runs. */
  dedupeId: (payload: z.output<Payload>) => string;
};

export function defineJob<const Name extends string, Payload extends z.ZodType>(
  definition: JobDefinition<Payload> & { name: Name },
): JobDefinition<Payload> & { name: Name } {
  return definition;
}
