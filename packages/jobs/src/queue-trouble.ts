import { Redis } from "ioredis";
import { Client } from "pg";
import type { QueueConnection } from "./queue-connection.ts";
import { withinTime } from "./within-time.ts";

/** What is wrong with the place where the queues live; `sentence` is for the operator. */
export type QueueTrouble = { kind: "away" | "forgets" | "full"; sentence: string };

/** Looks whether the queues answer, have room and keep what they are given. Null when all is well. */
export async function queueTrouble(connection: QueueConnection): Promise<QueueTrouble | null> {
  try {
    return connection.kind === "redis"
      ? troubleOfMemory(await withinTime(redisMemory(connection.url)))
      : await withinTime(askPostgres(connection.url));
  } catch {
    const variable = connection.kind === "redis" ? "REDIS_URL" : "QUEUES_DATABASE_URL";
    return {
      kind: "away",
      sentence: `The queues don't answer, so no work is begun; none of it is lost. Check that the server behind ${variable} runs and takes the password.`,
    };
  }
}

type Memory = { used: number; most: number; policy: string };

function troubleOfMemory({ used, most, policy }: Memory): QueueTrouble | null {
  if (most > 0 && used >= most) {
    return {
      kind: "full",
      sentence:
        "The memory of the Redis behind REDIS_URL is full, so no new work gets into the queues; none of it is lost, it is begun when there is room. Raise its maxmemory.",
    };
  }
  if (policy === "noeviction") return null;
  return {
    kind: "forgets",
    sentence: `The Redis behind REDIS_URL throws jobs away when its memory is full (${policy}). Set its maxmemory-policy to noeviction.`,
  };
}

async function redisMemory(url: string): Promise<Memory> {
  const redis = new Redis(url, { lazyConnect: true, maxRetriesPerRequest: 0, retryStrategy: null });
  redis.on("error", () => undefined);
  try {
    await redis.connect();
    const told = await redis.info("memory");
    const read = (name: string) => new RegExp(`^${name}:([^\\r\\n]*)`, "m").exec(told)?.[1] ?? "";
    return {
      used: Number(read("used_memory")),
      most: Number(read("maxmemory")),
      policy: read("maxmemory_policy"),
    };
  } finally {
    redis.disconnect();
  }
}

async function askPostgres(url: string): Promise<null> {
  const client = new Client({ connectionString: url });
  client.on("error", () => undefined);
  try {
    await client.connect();
    await client.query("select 1");
    return null;
  } finally {
    await client.end();
  }
}
