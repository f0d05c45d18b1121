import {
  createPostgresBackend,
  type PgPool,
  PostgresConnection,
  PostgresQueueBackend,
  type Processor,
  Queue,
  quoteSchemaName,
  withBackend,
  Worker,
  type WorkerOptions,
} from "bullmq";
import { Redis } from "ioredis";
import { Pool } from "pg";
import { defaultNamespace, type QueueConnection } from "./queue-connection.ts";

type Payload = Record<string, unknown>;

/** The calls that both backends share. */
export type AnyQueue = Pick<
  Queue<Payload, void>,
  | "add"
  | "addBulk"
  | "close"
  | "getDeduplicationJobId"
  | "getJobCounts"
  | "getJobs"
  | "getJobSchedulers"
  | "remove"
  | "removeJobScheduler"
  | "upsertJobScheduler"
> &
  Reporting;
export type AnyWorker = Pick<Worker<Payload, void>, "close" | "waitUntilReady"> & Reporting;
type Reporting = { on: (event: "error", listener: (error: Error) => void) => unknown };

/** Makes the queues of a process on one connection; `close` ends what they share. */
export type Producers = { queue: (name: string) => AnyQueue; close: () => Promise<void> };

/** The same for those who take jobs. */
export type Consumers = {
  worker: (
    name: string,
    processor: Processor<Payload, void>,
    options: Omit<WorkerOptions, "connection">,
  ) => AnyWorker;
  close: () => Promise<void>;
};

const answerWithinMs = 2_000;
/** A server of PostgreSQL takes a hundred connections, and Directus needs some of them. */
const connectionsOfQueue = 2;
const connectionsToShare = 6;

/** Producers fail fast. */
export function openProducers({
  kind,
  url,
  namespace = defaultNamespace,
}: QueueConnection): Producers {
  if (kind === "redis") {
    const redis = openRedis(url, { maxRetriesPerRequest: 1 });
    return {
      queue: (name) => new Queue(name, { connection: redis, prefix: namespace }),
      close: async () => redis.disconnect(),
    };
  }
  const classes = withBackend(createPostgresBackend);
  // One that could not connect is thrown away, so nothing is shared.
  const connection = { ...poolOptions(url, connectionsOfQueue), schema: namespace };
  return {
    queue: (name) => new classes.Queue<Payload, void>(name, { connection }),
    close: async () => undefined,
  };
}

/** So many consumers, which wait until the queue is back. */
export function openConsumers(
  { kind, url, namespace = defaultNamespace }: QueueConnection,
  count: number,
): Consumers {
  if (kind === "redis") {
    const redis = openRedis(url, { maxRetriesPerRequest: null });
    return {
      worker: (name, processor, options) =>
        new Worker(name, processor, { ...options, connection: redis, prefix: namespace }),
      close: async () => redis.disconnect(),
    };
  }
  // Each consumer listens on a connection of its own, all day long; the rest is for all of them.
  const pool = new Pool({
    ...poolOptions(url, count + connectionsToShare),
    options: `-c search_path=${quoteSchemaName(namespace)}`,
  });
  pool.setMaxListeners(count);
  const shared = asBullsPool(pool);
  const classes = withBackend<PostgresQueueBackend, PgPool>((name, options) => {
    // BullMQ takes a pool of ours, but then not the name of the schema.
    const connection = Object.assign(new PostgresConnection(shared), { schema: namespace });
    return new PostgresQueueBackend(connection, name, options, true, name);
  });
  return {
    worker: (name, processor, options) =>
      new classes.Worker<Payload, void>(name, processor, { ...options, connection: shared }),
    close: async () => {
      if (!pool.ending) await pool.end();
    },
  };
}

/** BullMQ describes the listeners of `pg` by overloads, which `pg` declares in another way. */
const asBullsPool = (pool: Pool) => pool as unknown as PgPool;

function openRedis(url: string, options: { maxRetriesPerRequest: number | null }): Redis {
  const redis = new Redis(url, { ...options, connectTimeout: answerWithinMs });
  // Each queue and worker reports what happens on it; without a listener here it would be fatal.
  redis.on("error", () => undefined);
  return redis;
}

const poolOptions = (connectionString: string, max: number) => ({
  connectionString,
  connectionTimeoutMillis: answerWithinMs,
  keepAlive: true,
  max,
});
