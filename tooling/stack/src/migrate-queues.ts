import { migrateQueues, queueConnection } from "@genie/jobs";
import { processEnv } from "./env.ts";
import { exitWith } from "./exit-with.ts";

// A program of its own, because what it loads would stay in the supervisor's memory.
await exitWith(async () => {
  const { REDIS_URL: redisUrl, QUEUES_DATABASE_URL: queuesDatabaseUrl } = processEnv();
  await migrateQueues(queueConnection({ redisUrl, queuesDatabaseUrl }));
  return 0;
});
