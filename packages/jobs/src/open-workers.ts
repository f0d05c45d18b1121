import { setTimeout as wait } from "node:timers/promises";
import { AppError } from "@genie/errors";
import type { Logger } from "@genie/logger";
import { inSpan } from "@genie/telemetry";
import { DelayedError, type Job, UnrecoverableError, type WorkerOptions } from "bullmq";
import type { z } from "zod";
import { openConsumers } from "./backend.ts";
import type { QueueName } from "./define-job.ts";
import { definitions, type Definitions } from "./definitions.ts";
import { delayedUntil, delayUntil } from "./delay-until.ts";
import { publishQueue } from "./publish-post.ts";
import type { QueueConnection } from "./queue-connection.ts";
import { ourQueues } from "./queue-names.ts";

/** One run of a job. */
export type JobRun<Payload> = {
  payload: Payload;
  /** 1 for the first. */
  attempt: number;
  /** True when it is not tried again, whatever happens. */
  lastAttempt: boolean;
  /** Aborted when the worker gives the job up. */
  signal: AbortSignal;
  /** Ends this run and puts the job back until then; it does not count as an attempt. */
  delayUntil: (date: Date) => never;
};

/** One handler for each definition. What it throws decides whether the job is tried again. */
export type Handlers = {
  [Name in keyof Definitions]: (
    run: JobRun<z.output<Definitions[Name]["payload"]>>,
  ) => Promise<void>;
};

/** How a run of a job ended: `delayed` put it back for later, which is no failure. */
export type RunResult = "delayed" | "done" | "failed";

export type Workers = {
  /** Resolves when every queue is reached; rejects when one can't be. */
  ready: () => Promise<void>;
  /** Takes no more jobs, waits for those that run, and gives them up after `limitMs`. */
  close: (limitMs: number) => Promise<void>;
};

// A killed worker's job runs again after at most lockDuration + stalledInterval.
const stalls = { lockDuration: 30_000, stalledInterval: 15_000, maxStalledCount: 3 };

/**
 * Takes jobs from the queues and hands them to their handlers. The runner alone logs and decides
 * about another try: an `AppError` with retry "never" is final, one with a delay is tried after it,
 * all else with growing pauses, up to the definition's attempts.
 */
export function openWorkers(
  connection: QueueConnection,
  handlers: Handlers,
  options: {
    log: Logger;
    /** How many jobs of each platform's posts run at once. */
    platforms: Readonly<Record<string, number>>;
    /** Told of each run when it is over. */
    onRun?: (run: { kind: string; result: RunResult; durationMs: number }) => void;
  },
): Workers {
  const { log } = options;
  const queues = new Map<QueueName, number>([
    ...(Object.entries(ourQueues) as [keyof typeof ourQueues, number][]),
    ...Object.entries(options.platforms).map(([id, slots]) => [publishQueue(id), slots] as const),
  ]);
  const backend = openConsumers(connection, queues.size);
  const workers = [...queues].map(([queue, concurrency]) => {
    const worker = backend.worker(queue, (job, token, signal) => run(job, token, signal), {
      ...stalls,
      concurrency,
      settings: { backoffStrategy },
    } satisfies Omit<WorkerOptions, "connection">);
    worker.on("error", (err) => log.warn({ err, queue }, "queue is not answering"));
    return worker;
  });

  /** Goes on under the id of the request that the job is for. */
  async function run(
    job: Job<Record<string, unknown>, void>,
    token: string | undefined,
    signal?: AbortSignal,
  ): Promise<void> {
    const parent = job.opts.telemetry?.metadata ?? null;
    const result = await inSpan(
      `job ${job.name}`,
      { kind: "consumer", parent, attributes: { "messaging.message.id": job.id } },
      () => runWithin(job, token, signal),
    );
    // What BullMQ wants to be thrown is no failure.
    if (result === "delayed") throw new DelayedError();
  }

  async function runWithin(
    job: Job<Record<string, unknown>, void>,
    token: string | undefined,
    signal = new AbortController().signal,
  ): Promise<RunResult> {
    const bound = log.child({ job: job.name, bullJobId: job.id, ...job.data });
    const definition = Object.values(definitions).find(({ name }) => name === job.name);
    if (definition === undefined) {
      // A schedule outlives the release that understood it.
      bound.warn("unknown job dropped");
      return "done";
    }
    const startedAt = performance.now();
    const attempt = job.attemptsMade + 1;
    const over = (result: RunResult) => {
      const durationMs = since(startedAt);
      options.onRun?.({ kind: definition.name, result, durationMs });
      return durationMs;
    };
    try {
      // Each handler takes the payload of the definition under its own name.
      const handler = handlers[definition.name] as (run: JobRun<unknown>) => Promise<void>;
      await handler({
        payload: definition.payload.parse(job.data),
        attempt,
        lastAttempt: attempt >= definition.attempts,
        signal,
        delayUntil,
      });
      bound.info({ attempt, durationMs: over("done") }, "job done");
      return "done";
    } catch (err) {
      const until = delayedUntil(err);
      if (until) {
        over("delayed");
        await job.moveToDelayed(until.getTime(), token);
        return "delayed";
      }
      bound.warn({ err, attempt, durationMs: over("failed") }, "job failed");
      throw forQueue(err);
    }
  }

  return {
    ready: async () => {
      await Promise.all(workers.map((worker) => worker.waitUntilReady()));
    },
    close: async (limitMs) => {
      const closed = Promise.all(workers.map((worker) => worker.close())).then(() => true);
      const inTime = await Promise.race([closed, wait(limitMs, false, { ref: false })]);
      if (!inTime) await Promise.allSettled(workers.map((worker) => worker.close(true)));
      await backend.close();
    },
  };
}

/** The queue keeps what it is thrown, so it gets the sentence and nothing else. */
function forQueue(error: unknown): Error {
  if (!(error instanceof AppError)) return new Error("unexpected");
  if (error.retry === "never") return new UnrecoverableError(error.code);
  const { retry } = error;
  return Object.assign(new Error(error.code), retry === "backoff" ? {} : retry);
}

/** The platform's own delay, else 2 s, 4 s, 8 s …, each up to half as long again. */
function backoffStrategy(attemptsMade: number, _type?: string, error?: Error): number {
  if (error && "afterMs" in error && typeof error.afterMs === "number") return error.afterMs;
  return Math.round(2_000 * 2 ** (attemptsMade - 1) * (1 + Math.random() / 2));
}

const since = (startedAt: number) => Math.round(performance.now() - startedAt);
