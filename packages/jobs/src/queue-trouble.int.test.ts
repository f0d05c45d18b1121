import { randomUUID } from "node:crypto";
import { stackUnderTest } from "@genie/testing";
import { Redis } from "ioredis";
import { afterEach, describe, expect, it } from "vitest";
import { openQueues } from "./open-queues.ts";
import { queueTrouble } from "./queue-trouble.ts";
import { scrapeProfile } from "./scrape-profile.ts";

const { queuesDatabaseUrl, redisUrl } = stackUnderTest();
const redis = { kind: "redis", url: redisUrl, namespace: `test_${randomUUID()}` } as const;

describe("queueTrouble", () => {
  it("finds none where the queues answer", async () => {
    expect(await queueTrouble(redis)).toBeNull();
    expect(await queueTrouble({ kind: "postgres", url: queuesDatabaseUrl })).toBeNull();
  });

  it.each([
    ["Redis", { kind: "redis", url: "redis://127.0.0.1:9" } as const, "REDIS_URL"],
    [
      "PostgreSQL",
      { kind: "postgres", url: "postgresql://genie@127.0.0.1:9/none" } as const,
      "QUEUES_DATABASE_URL",
    ],
  ])("says that %s is away, that nothing is lost, and where to look", async (_n, where, name) => {
    const { kind, sentence } = (await queueTrouble(where)) ?? {};
    expect(kind).toBe("away");
    expect(sentence).toContain("none of it is lost");
    expect(sentence).toContain(name);
  });
});

describe("a Redis", () => {
  const operator = new Redis(redisUrl, { lazyConnect: true });
  afterEach(async () => {
    await operator.config("SET", "maxmemory", "0");
    await operator.config("SET", "maxmemory-policy", "noeviction");
  });

  it("that is full refuses new jobs within two seconds, and is reported", async () => {
    await operator.config("SET", "maxmemory", "1");
    const queues = openQueues(redis, { onError: () => undefined });
    const job = { jobId: randomUUID() };
    await expect(queues.enqueue(scrapeProfile, job)).rejects.toThrow("queue is not answering");
    expect(await queueTrouble(redis)).toMatchObject({ kind: "full" });
    await operator.config("SET", "maxmemory", "0");
    await queues.enqueue(scrapeProfile, job);
    expect(await queues.isPending(scrapeProfile, job)).toBe(true);
    await queues.close();
  });

  it("that throws jobs away when it is full is reported before it is", async () => {
    await operator.config("SET", "maxmemory-policy", "allkeys-lru");
    expect(await queueTrouble(redis)).toMatchObject({
      kind: "forgets",
      sentence: expect.stringContaining("allkeys-lru"),
    });
  });

  it("that was emptied takes the same jobs again", async () => {
    const queues = openQueues(redis, { onError: () => undefined });
    const job = { jobId: randomUUID() };
    await queues.enqueue(scrapeProfile, job);
    await operator.flushall();
    expect(await queues.isPending(scrapeProfile, job)).toBe(false);
    await queues.enqueue(scrapeProfile, job);
    expect(await queues.isPending(scrapeProfile, job)).toBe(true);
    await queues.close();
  });
});
