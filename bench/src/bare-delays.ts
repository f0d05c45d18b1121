import { createPostgresBackend, Queue, withBackend, Worker } from "bullmq";
import { Redis } from "ioredis";
import { migrateQueues, type QueueConnection } from "@genie/jobs";

const namespace = "bench";
const headStartMs = 3_000;

/** How late bare BullMQ runs delayed jobs that do nothing, due evenly over a span. Milliseconds. */
export async function bareDelays(
  connection: QueueConnection,
  count: number,
  spanMs: number,
): Promise<number[]> {
  await migrateQueues({ ...connection, namespace });
  const late: number[] = [];
  const all = Promise.withResolvers<void>();
  const process = async ({ data }: { data: { due: number } }) => {
    late.push(Date.now() - data.due);
    if (late.length === count) all.resolve();
  };
  const { queue, worker, close } = open(connection, process);
  try {
    await worker.waitUntilReady();
    const first = Date.now() + headStartMs;
    for (let n = 0; n < count; n += 1) {
      const due = first + (n * spanMs) / count;
      await queue.add(
        "none",
        { due },
        { delay: Math.max(0, due - Date.now()), removeOnComplete: true },
      );
    }
    await all.promise;
    return late;
  } finally {
    await worker.close();
    await queue.close();
    close();
  }
}

type Process = (job: { data: { due: number } }) => Promise<void>;

function open({ kind, url }: QueueConnection, process: Process) {
  const name = "delays";
  const options = { concurrency: 8 };
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
