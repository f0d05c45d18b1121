import { join } from "node:path";
import { type OtherPlatform, publishingServices, type TestStack } from "@genie/stack";
import { onThrowawayStack } from "../throwaway-stack.ts";
import { type OwnRedis, withRedis } from "../with-redis.ts";
import type { Backend } from "./options.ts";
import { type Remote, sandboxRemote } from "./remote.ts";
import { blueskyRemote, mastodonRemote } from "./other-remotes.ts";
import { type PatientDatabase, patientDatabase } from "./patient-database.ts";

/** What posts are published with, but for the workers, with data that outlast a crash. */
export type ChaosStack = {
  context: TestStack["context"];
  folder: string;
  sandbox: Remote;
  /** Servers of other platforms, those that are published to. */
  others: Partial<Record<OtherPlatform, Remote>>;
  /** Where the sandbox is asked as programs ask it. */
  sandboxOrigin: string;
  /** The application's database, as its owner. */
  database: PatientDatabase;
  databaseUrl: string;
  /** Null where the queues are in PostgreSQL. */
  redis: OwnRedis | null;
};

/** Starts a throw-away stack on that kind of queues, does the work on it, and removes it. */
export function onChaosStack<Result>(
  { backend, platforms = [] }: { backend: Backend; platforms?: readonly OtherPlatform[] },
  signal: AbortSignal,
  work: (stack: ChaosStack) => Promise<Result>,
): Promise<Result> {
  return backend === "redis"
    ? withRedis((redis) => onStack({ redis, platforms }, signal, work))
    : onStack({ redis: null, platforms }, signal, work);
}

function onStack<Result>(
  { redis, platforms }: { redis: OwnRedis | null; platforms: readonly OtherPlatform[] },
  signal: AbortSignal,
  work: (stack: ChaosStack) => Promise<Result>,
): Promise<Result> {
  const settings = {
    SWEEP_INTERVAL_MS: "3000",
    LOG_LEVEL: "warn",
    ...(redis && { REDIS_URL: redis.url }),
  };
  const wanted = { settings, plan: publishingServices, durable: true, platforms, signal };
  return onThrowawayStack(wanted, async (stack, folder) => {
    const { secrets, ports } = stack.context;
    const { bluesky, mastodon } = stack.platforms;
    const databaseUrl = `postgresql://genie:${secrets.DATABASE_PASSWORD}@127.0.0.1:${ports.postgres}/genie`;
    const database = patientDatabase({ connectionString: databaseUrl });
    const sandboxOrigin = `http://127.0.0.1:${ports.sandbox}`;
    try {
      return await work({
        context: stack.context,
        folder: join(folder, "chaos"),
        sandbox: sandboxRemote({
          url: `${sandboxOrigin}/admin`,
          token: secrets.SANDBOX_ADMIN_TOKEN,
        }),
        sandboxOrigin,
        others: {
          ...(bluesky && { bluesky: blueskyRemote(bluesky) }),
          ...(mastodon && { mastodon: mastodonRemote(mastodon) }),
        },
        database,
        databaseUrl,
        redis,
      });
    } finally {
      await database.end();
    }
  });
}
