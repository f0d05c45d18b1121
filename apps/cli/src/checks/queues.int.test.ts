import { stackUnderTest } from "@genie/testing";
import { Redis } from "ioredis";
import { describe, expect, it } from "vitest";
import { checkEviction, checkQueues } from "./queues.ts";

type Where = ReturnType<Parameters<typeof checkQueues>[0]["queues"]>;

const stack = stackUnderTest();

function installation(where: Where): Parameters<typeof checkQueues>[0] {
  const settings = { QUEUES_DATABASE_URL: where.QUEUES_DATABASE_URL };
  return { queues: () => where, settings, paths: { logs: "/logs" } } as Parameters<
    typeof checkQueues
  >[0];
}

describe("checkQueues", () => {
  it.each<[string, Where]>([
    ["PostgreSQL", { QUEUES_DATABASE_URL: stack.queuesDatabaseUrl }],
    ["Redis", { REDIS_URL: stack.redisUrl }],
  ])("finds %s in order", async (_kind, where) => {
    expect(await checkQueues(installation(where))).toBeNull();
  });

  it.each<[string, Where]>([
    ["QUEUES_DATABASE_URL", { QUEUES_DATABASE_URL: "postgresql://q:p@127.0.0.1:1/queues" }],
    ["REDIS_URL", { REDIS_URL: "redis://127.0.0.1:1" }],
  ])("says what to do when nothing answers behind %s", async (variable, where) => {
    expect(await checkQueues(installation(where))).toMatch(
      new RegExp(`none of it is lost\\. Check that the server behind ${variable} runs`),
    );
  });
});

describe("checkQueues of a Redis that is full", () => {
  it("says that nothing is lost and what to raise", async () => {
    const redis = new Redis(stack.redisUrl);
    try {
      await redis.config("SET", "maxmemory", "1");
      expect(await checkQueues(installation({ REDIS_URL: stack.redisUrl }))).toMatch(
        /is full, so no new work gets into the queues; none of it is lost.* Raise its maxmemory\./,
      );
    } finally {
      await redis.config("SET", "maxmemory", "0");
      redis.disconnect();
    }
  });
});

describe("checkEviction", () => {
  it("asks for a Redis that keeps what it was given", async () => {
    const where = installation({ REDIS_URL: stack.redisUrl });
    const redis = new Redis(stack.redisUrl);
    try {
      expect(await checkEviction(where)).toBeNull();
      await redis.config("SET", "maxmemory-policy", "allkeys-lru");
      expect(await checkQueues(where)).toBeNull();
      expect(await checkEviction(where)).toMatch(
        /throws jobs away when its memory is full \(allkeys-lru\)\. Set its maxmemory-policy/,
      );
    } finally {
      await redis.config("SET", "maxmemory-policy", "noeviction");
      redis.disconnect();
    }
  });

  it("has nothing to ask where the queues are in PostgreSQL", async () => {
    const where = installation({ QUEUES_DATABASE_URL: "postgresql://q:p@127.0.0.1:1/queues" });
    expect(await checkEviction(where)).toBeNull();
  });
});
