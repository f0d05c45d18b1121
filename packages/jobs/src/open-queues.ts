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

  return {
    enqueue: (definition, payload, { delayMs = 0 } = {}) =>
      withinTime(async () => {
        const parsed = definition.payload.parse(payload);
        await queueOf(definition.queue).add(definition.name, parsed as Record<string, unknown>, {
          delay: Math.max(0, Math.round(delayMs)),
          attempts: definition.attempts,
          backoff: { type: "custom" },
          deduplication: { id: definition.dedupeId(parsed) },
          // The row that the job is about keeps its story.
          removeOnComplete: true,
          removeOnFail: true,
        });
      }),
    isPending: ({ queue }, dedupeId) =>
      withinTime(async () => (await queueOf(queue).getDeduplicationJobId(dedupeId)) !== null),
    setScrapeSchedule: (profileId, schedule) =>
      withinTime(async () => {
        const queue = queueOf(startScrape.queue);
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
            opts: {
              attempts: startScrape.attempts,
              backoff: { type: "custom" },
              removeOnComplete: true,
              removeOnFail: true,
            },
          },
        );
      }),
    scrapeSchedules: () =>
      withinTime(async () => {
        const found = await queueOf(startScrape.queue).getJobSchedulers(0, mostSchedules);
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

async function withinTime<Result>(work: () => Promise<Result>): Promise<Result> {
  const late = Promise.withResolvers<never>();
  const timer = setTimeout(() => late.reject(new Error("no answer in time")), answerWithinMs);
  try {
    return await Promise.race([work(), late.promise]);
  } catch (cause) {
    if (cause instanceof AppError) throw cause;
    throw new AppError(
      "upstream_unavailable",
      "The queue is not answering. What you asked for is kept and starts when it is back.",
      { cause },
    );
  } finally {
    clearTimeout(timer);
  }
}
