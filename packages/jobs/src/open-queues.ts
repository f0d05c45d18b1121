import { AppError } from "@genie/errors";
import { inSpan, traceparent } from "@genie/telemetry";
import type { z } from "zod";
import { type AnyQueue, openProducers } from "./backend.ts";
import { type JobDefinition, type QueueName, queueOf } from "./define-job.ts";
import type { QueueConnection } from "./queue-connection.ts";
import { type QueueFigures, readFigures } from "./queue-figures.ts";
import { queueNames } from "./queue-names.ts";
import { startScrape } from "./start-scrape.ts";
import { withinTime } from "./within-time.ts";

export type ScrapeSchedule = { cron: string; timezone: string };

export type JobOptions = {
  /** How long it waits before it may run. */
  delayMs?: number;
  /** Among jobs that may run, those of a lower turn go first; 0 is the first. */
  turn?: number;
};

/** What producers do with the queues. Every call rejects `upstream_unavailable` within two seconds. */
export type Queues = {
  /** Adds a job. Nothing happens while a job with the same key waits or runs, but for what `onceMore` says. */
  enqueue: <Payload extends z.ZodType>(
    definition: JobDefinition<Payload>,
    payload: z.input<Payload>,
    options?: JobOptions,
  ) => Promise<void>;
  /** Adds many jobs in few calls, each as `enqueue` would. */
  enqueueAll: <Payload extends z.ZodType>(
    definition: JobDefinition<Payload>,
    jobs: readonly (JobOptions & { payload: z.input<Payload> })[],
  ) => Promise<void>;
  /** Whether a job with the key of this payload waits, is delayed or runs. */
  isPending: <Payload extends z.ZodType>(
    definition: JobDefinition<Payload>,
    payload: z.input<Payload>,
  ) => Promise<boolean>;
  /** Takes the job with the key of this payload out of its queue, unless it runs. */
  remove: <Payload extends z.ZodType>(
    definition: JobDefinition<Payload>,
    payload: z.input<Payload>,
  ) => Promise<void>;
  /** Scrapes the profile whenever the schedule says; null: no longer. */
  setScrapeSchedule: (profileId: string, schedule: ScrapeSchedule | null) => Promise<void>;
  /** The schedule of each profile that has one. */
  scrapeSchedules: () => Promise<Map<string, ScrapeSchedule>>;
  /** What is in each queue of an installation with these platforms. */
  figures: (platforms: readonly string[]) => Promise<QueueFigures[]>;
  close: () => Promise<void>;
};

const mostSchedules = 100_000;
const mostInOneCall = 250;
/** The greatest priority that BullMQ takes. */
const lastTurn = 2_097_152;

/** Opens the producers' side; nothing is connected until the first call. */
export function openQueues(
  connection: QueueConnection,
  { onError }: { onError: (error: unknown) => void },
): Queues {
  const backend = openProducers(connection);
  const queues = new Map<QueueName, AnyQueue>();

  function opened(name: QueueName): AnyQueue {
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
    const queue = opened(name);
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
    enqueue: async (definition, payload, options = {}) => {
      await inSpan(`enqueue ${definition.name}`, { kind: "producer" }, async () => {
        const { queue: name, ...job } = jobOf(definition, { payload, ...options });
        await ask(name, (queue) => queue.add(job.name, job.data, job.opts));
      });
    },
    enqueueAll: async (definition, jobs) => {
      const byQueue = Object.groupBy(
        jobs.map((job) => jobOf(definition, job)),
        ({ queue }) => queue,
      );
      for (const [name, all = []] of Object.entries(byQueue)) {
        for (let from = 0; from < all.length; from += mostInOneCall) {
          const some = all.slice(from, from + mostInOneCall);
          await ask(name as QueueName, (queue) => queue.addBulk(some));
        }
      }
    },
    isPending: (definition, payload) => {
      const parsed = definition.payload.parse(payload);
      return ask(queueOf(definition, parsed), async (queue) => {
        return (await queue.getDeduplicationJobId(definition.dedupeId(parsed))) !== null;
      });
    },
    remove: (definition, payload) => {
      const parsed = definition.payload.parse(payload);
      return ask(queueOf(definition, parsed), async (queue) => {
        const id = await queue.getDeduplicationJobId(definition.dedupeId(parsed));
        if (id !== null) await queue.remove(id);
      });
    },
    setScrapeSchedule: (profileId, schedule) =>
      ask("scrape", async (queue) => {
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
      ask("scrape", async (queue) => {
        const found = await queue.getJobSchedulers(0, mostSchedules);
        return new Map(
          found.map(({ key, pattern = "", tz = "UTC" }) => [key, { cron: pattern, timezone: tz }]),
        );
      }),
    figures: async (platforms) => {
      const found: QueueFigures[] = [];
      // One after the other: a server of PostgreSQL has not many connections.
      for (const name of queueNames(platforms)) {
        found.push(await ask(name, (queue) => readFigures(name, queue)));
      }
      return found;
    },
    close: async () => {
      await Promise.allSettled([...queues.values()].map((queue) => queue.close()));
      await backend.close();
    },
  };
}

function jobOf<Payload extends z.ZodType>(
  definition: JobDefinition<Payload>,
  { payload, delayMs = 0, turn = 0 }: JobOptions & { payload: z.input<Payload> },
) {
  const parsed = definition.payload.parse(payload);
  return {
    queue: queueOf(definition, parsed),
    name: definition.name,
    data: parsed as Record<string, unknown>,
    opts: {
      delay: Math.max(0, Math.round(delayMs)),
      priority: Math.min(turn, lastTurn),
      deduplication: {
        id: definition.dedupeId(parsed),
        ...(definition.onceMore === true && { keepLastIfActive: true }),
      },
      ...optionsOf(definition),
      ...forRequest(),
    },
  };
}

/** For whom the job is: whoever runs it goes on under the same id. */
function forRequest(): { telemetry?: { metadata: string } } {
  const metadata = traceparent();
  return metadata === undefined ? {} : { telemetry: { metadata } };
}

const optionsOf = ({ attempts }: JobDefinition) => ({
  attempts,
  backoff: { type: "custom" },
  // The row that the job is about keeps its story.
  removeOnComplete: true,
  removeOnFail: true,
});
