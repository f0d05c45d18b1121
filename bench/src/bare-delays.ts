import { createPostgresBackend, Queue, withBackend, Worker } from "bullmq";
import { Redis } from "ioredis";
import { migrateQueues, type QueueConnection } from "@genie/jobs";

const namespace = "bench";
const headStartMs = 15_000;
const mostInOneCall = 500;

/**
 * How late bare BullMQ runs delayed jobs that do nothing, due evenly over a span, and how long after
 * the first is due the last has run. Milliseconds.
 */
export async function bareDelays(
  connection: QueueConnection,
  { count, spanMs }: { count: number; spanMs: number },
): Promise<{ lateMs: number[]; drainMs: number }> {
  await migrateQueues({ ...connection, namespace });
  const lateMs: number[] = [];
  const all = Promise.withResolvers<void>();
  const process = async ({ data }: { data: { due: number } }) => {
    lateMs.push(Date.now() - data.due);
    if (lateMs.length === count) all.resolve();
  };
  const { queue, worker, close } = open(connection, process);
  try {
    await worker.waitUntilReady();
    const first = Date.now() + headStartMs;
    const dues = Array.from({ length: count }, (_none, n) => first + (n * spanMs) / count);
    for (let from = 0; from < count; from += mostInOneCall) {
      const jobs = dues.slice(from, from + mostInOneCall).map((due) => ({
        name: "none",
        data: { due },
        opts: { delay: Math.max(0, Math.round(due - Date.now())), removeOnComplete: true },
      }));
      await queue.addBulk(jobs);
    }
    await all.promise;
    return { lateMs, drainMs: Date.now() - first };
  } finally {
    await worker.close();
    await queue.close();
    close();
  }
}

type Process = (job: { data: { due: number } }) => Promise<void>;

function open({ kind, url }: QueueConnection, process: Process) {
  const name = `delays-${crypto.randomUUID().slice(0, 8)}`;
  const options = { concurrency: 32 };
  if (kind === "redis") {
    const connection = new Redis(url, { maxRetriesPerRequest: null });
    return {
      queue: new Queue<{ due: number }>(name, { connection, prefix: namespace }),
      worker: new Worker<{ due: number }>(name, process, {
        ...options,
        connection,
        prefix: namespace,
      }),
      close: () => connection.disconnect(),
    };
  }
  const classes = withBackend(createPostgresBackend);
  const connection = { connectionString: url, schema: namespace };
  return {
    queue: new classes.Queue<{ due: number }>(name, { connection }),
    worker: new classes.Worker<{ due: number }>(name, process, { ...options, connection }),
    close: () => undefined,
  };
}
