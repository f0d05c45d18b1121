import { createPostgresBackend, Queue, withBackend, Worker, type WorkerOptions } from "bullmq";
import { Redis } from "ioredis";
import { migrateQueues, type QueueConnection } from "@genie/jobs";

export type ControlJob = { id: number };

const name = "control";
const namespace = "control";

/** Makes the tables of the queue, where it needs some. */
export const migrateControl = (connection: QueueConnection) =>
  migrateQueues({ ...connection, namespace });

export function openControlQueue({ kind, url }: QueueConnection) {
  if (kind === "redis") {
    const redis = redisAt(url);
    const queue = new Queue<ControlJob>(name, { connection: redis, prefix: namespace });
    return {
      queue,
      close: async () => {
        await queue.close();
        // BullMQ leaves a connection open that it was handed.
        redis.disconnect();
      },
    };
  }
  const classes = withBackend(createPostgresBackend);
  const connection = { connectionString: url, schema: namespace };
  const queue = new classes.Queue<ControlJob>(name, { connection });
  return { queue, close: () => queue.close() };
}

export function openControlWorker(
  { kind, url }: QueueConnection,
  work: (job: { data: ControlJob }) => Promise<void>,
) {
  const options = { concurrency: 8, lockDuration: 10_000, stalledInterval: 5_000 };
  const more = { ...options, maxStalledCount: 5 } satisfies Omit<WorkerOptions, "connection">;
  if (kind === "redis") {
    return new Worker<ControlJob>(name, work, {
      ...more,
      connection: redisAt(url),
      prefix: namespace,
    });
  }
  const classes = withBackend(createPostgresBackend);
  const connection = { connectionString: url, schema: namespace };
  return new classes.Worker<ControlJob>(name, work, { ...more, connection });
}

function redisAt(url: string): Redis {
  const redis = new Redis(url, { maxRetriesPerRequest: null });
  redis.on("error", () => {});
  return redis;
}
