import {
  createPostgresBackend,
  type Processor,
  Queue,
  withBackend,
  Worker,
  type WorkerOptions,
} from "bullmq";
import { Redis } from "ioredis";
import { defaultNamespace, type QueueConnection } from "./queue-connection.ts";

type Payload = Record<string, unknown>;

/** The calls that both backends share. */
export type AnyQueue = Pick<
  Queue<Payload, void>,
  | "add"
  | "addBulk"
  | "close"
  | "getDeduplicationJobId"
  | "getJobSchedulers"
  | "removeJobScheduler"
  | "upsertJobScheduler"
> &
  Reporting;
export type AnyWorker = Pick<Worker<Payload, void>, "close" | "waitUntilReady"> & Reporting;
type Reporting = { on: (event: "error", listener: (error: Error) => void) => unknown };

/** Makes queues and workers on one connection; `close` ends what they share. */
export type Backend = {
  queue: (name: string) => AnyQueue;
  worker: (
    name: string,
    processor: Processor<Payload, void>,
    options: Omit<WorkerOptions, "connection">,
  ) => AnyWorker;
  close: () => Promise<void>;
};

const answerWithinMs = 2_000;

/** Producers fail fast, workers wait until the queue is back. */
export function openBackend(connection: QueueConnection, use: "consume" | "produce"): Backend {
  const { kind, url, namespace = defaultNamespace } = connection;
  return kind === "redis" ? redisBackend(url, namespace, use) : postgresBackend(url, namespace);
}

function redisBackend(url: string, prefix: string, use: "consume" | "produce"): Backend {
  const redis = new Redis(url, {
    maxRetriesPerRequest: use === "consume" ? null : 1,
    connectTimeout: answerWithinMs,
  });
  // Each queue and worker reports what happens on it; without a listener here it would be fatal.
  redis.on("error", () => undefined);
  return {
    queue: (name) => new Queue(name, { connection: redis, prefix }),
    worker: (name, processor, options) =>
      new Worker(name, processor, { ...options, connection: redis, prefix }),
    close: async () => redis.disconnect(),
  };
}

function postgresBackend(url: string, schema: string): Backend {
  const classes = withBackend(createPostgresBackend);
  const connection = {
    connectionString: url,
    schema,
    connectionTimeoutMillis: answerWithinMs,
    keepAlive: true,
    // Each queue and each worker has a pool of its own, and a server has a hundred connections by default.
    max: 4,
  };
  return {
    queue: (name) => new classes.Queue<Payload, void>(name, { connection }),
    worker: (name, processor, options) =>
      new classes.Worker<Payload, void>(name, processor, { ...options, connection }),
    close: async () => undefined,
  };
}
