import { randomUUID } from "node:crypto";
import { once } from "node:events";
import { type AddressInfo, connect, createServer, type Socket } from "node:net";
import { AppError } from "@genie/errors";
import { createLogger } from "@genie/logger";
import { stackUnderTest } from "@genie/testing";
import { afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import { classifyLibrary } from "./classify-library.ts";
import { migrateQueues } from "./migrate-queues.ts";
import { openQueues, type Queues } from "./open-queues.ts";
import { type Handlers, openWorkers, type Workers } from "./open-workers.ts";
import { publishPost } from "./publish-post.ts";
import type { QueueConnection } from "./queue-connection.ts";
import { scrapeProfile } from "./scrape-profile.ts";
import { startScrape } from "./start-scrape.ts";

const log = createLogger({ service: "test", level: "silent" });
const { queuesDatabaseUrl, redisUrl } = stackUnderTest();
// The stack's own worker must not take these jobs.
const namespace = `test_${randomUUID().slice(0, 8)}`;

const backends: [string, QueueConnection][] = [
  ["PostgreSQL", { kind: "postgres", url: queuesDatabaseUrl, namespace }],
  ["Redis", { kind: "redis", url: redisUrl, namespace }],
];

describe.each(backends)("queues on %s", (_name, connection) => {
  const opened: (Queues | Workers)[] = [];

  beforeAll(async () => {
    await migrateQueues(connection);
    await migrateQueues(connection);
  });

  afterEach(async () => {
    for (const each of opened.splice(0)) await each.close(5_000);
  });

  const produce = () => {
    const queues = openQueues(connection, { onError: () => undefined });
    opened.push(queues);
    return queues;
  };
  const consume = (
    handlers: Partial<Handlers>,
    platforms: Record<string, number> = { fake: 8 },
    url = connection.url,
  ) => {
    const workers = openWorkers(
      { ...connection, url },
      {
        "classify-library": unexpected,
        compress: unexpected,
        "delete-post": unexpected,
        "live-login": unexpected,
        "prepare-file": unexpected,
        "publish-post": unexpected,
        "scrape-profile": unexpected,
        "start-scrape": unexpected,
        "strip-metadata": unexpected,
        "suggest-tags": unexpected,
        teaser: unexpected,
        "verify-platform": unexpected,
        watermark: unexpected,
        ...handlers,
      },
      { log, platforms },
    );
    opened.push(workers);
    return workers;
  };

  it("hands a job to its handler, once, with what it was enqueued with", async () => {
    const jobId = randomUUID();
    const seen = vi.fn<(id: string) => void>();
    consume({ "scrape-profile": async ({ payload }) => seen(payload.jobId) });
    await produce().enqueue(scrapeProfile, { jobId });
    await expect.poll(() => seen.mock.calls).toEqual([[jobId]]);
  });

  it("equal keys are one job while it waits, and a new one when it is done", async () => {
    const payload = aPost();
    const queues = produce();
    await queues.enqueue(publishPost, payload);
    await queues.enqueue(publishPost, payload);
    expect(await queues.isPending(publishPost, payload)).toBe(true);
    const seen = vi.fn<() => void>();
    consume({ "publish-post": async () => seen() });
    await expect.poll(() => queues.isPending(publishPost, payload)).toBe(false);
    expect(seen).toHaveBeenCalledTimes(1);
    await queues.enqueue(publishPost, payload);
    await expect.poll(() => seen.mock.calls.length).toBe(2);
  });

  it("a job that is asked for while it runs is done once more, also when it has let others go first", async () => {
    const payload = { ownerId: randomUUID() };
    const queues = produce();
    let runs = 0;
    const { promise: asked, resolve } = Promise.withResolvers<void>();
    consume({
      "classify-library": async ({ delayUntil }) => {
        runs += 1;
        if (runs === 1) {
          await queues.enqueue(classifyLibrary, payload);
          await queues.enqueue(classifyLibrary, payload);
          resolve();
          delayUntil(new Date());
        }
      },
    });
    await queues.enqueue(classifyLibrary, payload);
    await asked;
    await expect.poll(() => queues.isPending(classifyLibrary, payload)).toBe(false);
    expect(runs).toBe(3);
  });

  it("a delayed job does not run before its time", async () => {
    const delayMs = 600;
    const startedAt = Date.now();
    const ranAt = vi.fn<(at: number) => void>();
    consume({ "publish-post": async () => ranAt(Date.now()) });
    await produce().enqueue(publishPost, aPost(), { delayMs });
    await expect.poll(() => ranAt.mock.calls.length).toBe(1);
    expect(ranAt.mock.calls[0]?.[0]).toBeGreaterThanOrEqual(startedAt + delayMs);
  });

  it("jobs that came due together go by their turn, whether they waited or not", async () => {
    const queues = produce();
    const turns = [3, 0, 2, 1];
    const posts = new Map(turns.map((turn) => [aPost(), turn]));
    const jobs = [...posts].map(([payload, turn]) => ({ payload, turn, delayMs: turn % 2 }));
    await queues.enqueueAll(publishPost, [...jobs, ...jobs]);
    const seen: (number | undefined)[] = [];
    const turnOf = new Map<string, number>([...posts].map(([{ postId }, turn]) => [postId, turn]));
    const run: Handlers["publish-post"] = async ({ payload }) => {
      seen.push(turnOf.get(payload.postId));
    };
    consume({ "publish-post": run }, { fake: 1 });
    await expect.poll(() => seen).toEqual([0, 1, 2, 3]);
  });

  it("a run that waits for its time comes back and is no attempt", async () => {
    const attempts: number[] = [];
    consume({
      "publish-post": async ({ attempt, delayUntil }) => {
        attempts.push(attempt);
        if (attempts.length === 1) delayUntil(new Date(Date.now() + 300));
      },
    });
    await produce().enqueue(publishPost, aPost());
    await expect.poll(() => attempts).toEqual([1, 1]);
  });

  it("tries again what may go away, up to the last attempt", async () => {
    const runs: [number, boolean][] = [];
    consume({
      "scrape-profile": async ({ attempt, lastAttempt }) => {
        runs.push([attempt, lastAttempt]);
        throw new AppError("upstream_unavailable", "Away.", { retry: { afterMs: 50 } });
      },
    });
    await produce().enqueue(scrapeProfile, { jobId: randomUUID() });
    const all = [
      [1, false],
      [2, false],
      [3, true],
    ];
    await expect.poll(() => runs).toEqual(all);
  });

  it("does not try again what will not go away", async () => {
    const jobId = randomUUID();
    const runs = vi.fn<() => void>();
    consume({
      "scrape-profile": async () => {
        runs();
        throw new AppError("reconnect_required", "Wrong password.");
      },
    });
    const queues = produce();
    await queues.enqueue(scrapeProfile, { jobId });
    await expect.poll(() => runs.mock.calls.length).toBe(1);
    await expect.poll(() => queues.isPending(scrapeProfile, { jobId })).toBe(false);
    expect(runs).toHaveBeenCalledTimes(1);
  });

  it("refuses a payload that does not fit, before anything is enqueued", async () => {
    await expect(produce().enqueue(scrapeProfile, { jobId: "no id" })).rejects.toThrow(
      "Invalid UUID",
    );
  });

  it("keeps one schedule a profile, changes it and takes it away", async () => {
    const queues = produce();
    const profileId = randomUUID();
    const schedule = { cron: "0 */6 * * *", timezone: "Europe/Berlin" };
    await queues.setScrapeSchedule(profileId, { cron: "0 0 * * *", timezone: "UTC" });
    await queues.setScrapeSchedule(profileId, schedule);
    expect((await queues.scrapeSchedules()).get(profileId)).toEqual(schedule);
    await queues.setScrapeSchedule(profileId, null);
    await queues.setScrapeSchedule(profileId, null);
    expect((await queues.scrapeSchedules()).has(profileId)).toBe(false);
  });

  it("a schedule makes jobs that name the profile", async () => {
    const queues = produce();
    const profileId = randomUUID();
    const seen = vi.fn<(id: string) => void>();
    consume({ "start-scrape": async ({ payload }) => seen(payload.profileId) });
    await queues.setScrapeSchedule(profileId, { cron: "* * * * * *", timezone: "UTC" });
    await expect.poll(() => seen.mock.calls.length).toBeGreaterThan(1);
    await queues.setScrapeSchedule(profileId, null);
    expect(new Set(seen.mock.calls.flat())).toEqual(new Set([profileId]));
    expect(startScrape.payload.parse({ profileId })).toEqual({ profileId });
  });

  it("a job of a schedule that is put off runs once more, at its time, and the schedule goes on", async () => {
    const queues = produce();
    const profileId = randomUUID();
    const runs: number[] = [];
    let until = 0;
    consume({
      "start-scrape": async ({ delayUntil }) => {
        runs.push(Date.now());
        if (runs.length > 1) return undefined;
        until = Date.now() + 2_500;
        // While it waits, nothing else of the schedule comes.
        await queues.setScrapeSchedule(profileId, { cron: "0 0 1 1 *", timezone: "UTC" });
        return delayUntil(new Date(until));
      },
    });
    // The next one would be long after the schedule was changed, on a slow machine too.
    await queues.setScrapeSchedule(profileId, { cron: "*/5 * * * * *", timezone: "UTC" });
    await expect.poll(() => runs.length).toBe(2);
    expect(runs[1]).toBeGreaterThanOrEqual(until);
    await queues.setScrapeSchedule(profileId, { cron: "* * * * * *", timezone: "UTC" });
    await expect.poll(() => runs.length).toBeGreaterThan(3);
    await queues.setScrapeSchedule(profileId, null);
  });

  it("goes on when the queue was away at first", async () => {
    const line = await openLine(connection.url);
    const queues = openQueues({ ...connection, url: line.url }, { onError: () => undefined });
    opened.push(queues);
    const jobId = randomUUID();
    await expect(queues.enqueue(scrapeProfile, { jobId })).rejects.toThrow(
      "queue is not answering",
    );
    line.connect();
    await expect
      .poll(() => queues.enqueue(scrapeProfile, { jobId }).then(() => "kept"))
      .toBe("kept");
    expect(await produce().isPending(scrapeProfile, { jobId })).toBe(true);
    consume({ "scrape-profile": async () => undefined });
    await expect.poll(() => queues.isPending(scrapeProfile, { jobId })).toBe(false);
    await line.close();
  });

  it("all that a worker takes from share few connections, however much there is to do", async () => {
    const line = await openLine(connection.url);
    line.connect();
    const platforms = Object.fromEntries(["fake", "a", "b", "c", "d"].map((id) => [id, 8]));
    const seen = vi.fn<() => void>();
    consume({ "publish-post": async () => seen() }, platforms, line.url);
    const jobs = Object.keys(platforms).flatMap((platform) =>
      Array.from({ length: 20 }, () => ({ payload: { ...aPost(), platform } })),
    );
    await produce().enqueueAll(publishPost, jobs);
    await expect.poll(() => seen.mock.calls.length).toBe(jobs.length);
    expect(line.most()).toBeLessThanOrEqual(5 + Object.keys(platforms).length + 6);
    for (const each of opened.splice(0)) await each.close(5_000);
    await line.close();
  });

  it("closing waits for the job that runs", async () => {
    const started = Promise.withResolvers<void>();
    const finish = Promise.withResolvers<void>();
    const done = vi.fn<() => void>();
    const workers = consume({
      "scrape-profile": async () => {
        started.resolve();
        await finish.promise;
        done();
      },
    });
    await produce().enqueue(scrapeProfile, { jobId: randomUUID() });
    await started.promise;
    const closed = workers.close(20_000);
    finish.resolve();
    await closed;
    expect(done).toHaveBeenCalledTimes(1);
  });
});

describe.each<[string, QueueConnection]>([
  ["PostgreSQL", { kind: "postgres", url: "postgresql://genie@127.0.0.1:9/none" }],
  ["Redis", { kind: "redis", url: "redis://127.0.0.1:9" }],
])("without %s", (_name, connection) => {
  it("a producer is told within two seconds, in a sentence", async () => {
    const queues = openQueues(connection, { onError: () => undefined });
    const refused = await queues
      .enqueue(scrapeProfile, { jobId: randomUUID() })
      .catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(AppError);
    expect(refused).toMatchObject({ code: "upstream_unavailable" });
    await queues.close();
  });
});

const aPost = () => ({
  postId: randomUUID(),
  generation: 1,
  platform: "fake",
  profileId: randomUUID(),
});

const unexpected = () => Promise.reject(new Error("not expected here"));

/** A way to a server that hangs up on everybody until `connect` is called. */
async function openLine(target: string) {
  const { hostname, port } = new URL(target);
  const sockets = new Set<Socket>();
  let isUp = false;
  let open = 0;
  let most = 0;
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on("error", () => undefined);
    if (!isUp) return socket.destroy();
    const far = connect(Number(port), hostname);
    sockets.add(far);
    most = Math.max(most, ++open);
    socket.once("close", () => (open -= 1));
    far.on("error", () => socket.destroy());
    return socket.pipe(far).pipe(socket);
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const url = new URL(target);
  url.port = String((server.address() as AddressInfo).port);
  return {
    url: url.href,
    connect: () => {
      isUp = true;
    },
    /** How many connections there were at once. */
    most: () => most,
    close: async () => {
      server.close();
      for (const socket of sockets) socket.destroy();
    },
  };
}
