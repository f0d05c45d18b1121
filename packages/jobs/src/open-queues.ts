import { AppError } from "@genie/errors";
import type { z } from "zod";
import { type AnyQueue, openBackend } from "./backend.ts";
import type { JobDefinition, QueueName } from "./define-job.ts";
import type { QueueConnection } from "./queue-connection.ts";
import { startScrape } from "./start-scrape.ts";

export type ScrapeSchedule = { cron: string; timezone: string };

/** What producers do with the queues. Every call rejects `upstream_unavailable` within two seconds. */
export type Queues = {
  /** Adds a job, after `delayMs`. Nothing happens while a job with the same key waits or runs. */
  enqueue: <Payload extends z.ZodType>(
    definition: JobDefinition<Payload>,
    payload: z.input<Payload>,
    options?: { delayMs?: number },
  ) => Promise<void>;
  /** Whether a job with this key waits, is delayed or runs. */
  isPending: (definition: JobDefinition, dedupeId: string) => Promise<boolean>;
  /** Scrapes the profile whenever the schedule says; null: no longer. */
  setScrapeSchedule: (profileId: string, schedule: ScrapeSchedule | null) => Promise<void>;
  /** The schedule of each profile that has one. */
  scrapeSchedules: () => Promise<Map<string, ScrapeSchedule>>;
  close: () => Promise<void>;
};

const answerWithinMs = 2_000;
const mostSchedules = 100_000;

/** Opens the producers' side; nothing is connected until the first call. */
export function openQueues(
  connection: QueueConnection,
  { onError }: { onError: (error: unknown) => void },
): Queues {
  const backend = openBackend(connection, "produce");
  const queues = new Map<QueueName, AnyQueue>();

  function queueOf(name: QueueName): AnyQueue {
    const known = queues.get(name);
    if (known) return known;
    const queue = backend.queue(name);
    queue.on("error", onError);
    queues.set(name, queue);
    return queue;
  }

  async function ask<Answer>(
    name: QueueName,
    question: (queue: AnyQueue) => Promise<Answer>,
  ): Promise<Answer> {
    const queue = queueOf(name);
    try {
      return await withinTime(question(queue));
    } catch (cause) {
      // BullMQ never connects again a queue that could not connect at first.
      queues.delete(name);
      queue.close().catch(onError);
      throw new AppError(
        "upstream_unavailable",
        "The queue is not answering. What you asked for is kept and starts when it is back.",
        { cause },
      );
    }
  }

  return {
    enqueue: async (definition, payload, { delayMs = 0 } = {}) => {
      const parsed = definition.payload.parse(payload);
      await ask(definition.queue, (queue) =>
        queue.add(definition.name, parsed as Record<string, unknown>, {
          delay: Math.max(0, Math.round(delayMs)),
          deduplication: { id: definition.dedupeId(parsed) },
          ...optionsOf(definition),
        }),
      );
    },
    isPending: ({ queue: name }, dedupeId) =>
      ask(name, async (queue) => (await queue.getDeduplicationJobId(dedupeId)) !== null),
    setScrapeSchedule: (profileId, schedule) =>
      ask(startScrape.queue, async (queue) => {
        if (schedule === null) {
          await queue.removeJobScheduler(profileId);
          return;
        }
        await queue.upsertJobScheduler(
          profileId,
          { pattern: schedule.cron, tz: schedule.timezone },
          {
            name: startScrape.name,
            data: startScrape.payload.parse({ profileId }),
            opts: optionsOf(startScrape),
          },
        );
      }),
    scrapeSchedules: () =>
      ask(startScrape.queue, async (queue) => {
        const found = await queue.getJobSchedulers(0, mostSchedules);
        return new Map(
          found.map(({ key, pattern = "", tz = "UTC" }) => [key, { cron: pattern, timezone: tz }]),
        );
      }),
    close: async () => {
      await Promise.allSettled([...queues.values()].map((queue) => queue.close()));
      await backend.close();
    },
  };
}

const optionsOf = ({ attempts }: JobDefinition) => ({
  attempts,
  backoff: { type: "custom" },
  // The row that the job is about keeps its story.
  removeOnComplete: true,
  removeOnFail: true,
});

async function withinTime<Answer>(answer: Promise<Answer>): Promise<Answer> {
  const late = Promise.withResolvers<never>();
  const timer = setTimeout(() => late.reject(new Error("no answer in time")), answerWithinMs);
  try {
    return await Promise.race([answer, late.promise]);
  } finally {
    clearTimeout(timer);
  }
}
