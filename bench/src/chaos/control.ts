import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { queueConnection } from "@genie/jobs";
import { repositoryRoot } from "@genie/stack";
import { type ChaosStack, onChaosStack } from "./chaos-stack.ts";
import { migrateControl, openControlQueue } from "./control-queue.ts";
import { judge } from "./judge.ts";
import type { ChaosOptions } from "./options.ts";
import { planFaults } from "./plan-faults.ts";
import { seededRandom } from "./random.ts";
import type { ChaosResult } from "./run-chaos.ts";
import { runFaults } from "./run-faults.ts";
import { startWorkers } from "./worker-pool.ts";

const accounts = 10;
const headStartMs = 5_000;
const addMs = 5;
const pauseMs = 20_000;
const standsStillMs = 45_000;
const attempts = 8;

/** The usual design under the same faults: a job with attempts, which checks a row, sends and marks it. */
export function runControl(options: ChaosOptions, signal: AbortSignal): Promise<ChaosResult> {
  const spanMs = (options.posts / options.perSecond) * 1000;
  const plan = planFaults(
    { spanMs, kills: options.kills, kinds: options.faults },
    seededRandom(options.seed),
  );
  return onChaosStack({ backend: options.backend }, signal, async (stack) => {
    const startedAt = performance.now();
    const queues = queuesOf(stack);
    const connection = queueConnection({
      redisUrl: queues["REDIS_URL"],
      queuesDatabaseUrl: queues["QUEUES_DATABASE_URL"],
    });
    await migrateControl(connection);
    const captions = await planRows(stack, options);
    const { queue, close } = openControlQueue(connection);
    queue.on("error", () => {});
    const firstAt = Date.now() + headStartMs + options.posts * addMs;
    for (const id of captions.keys()) {
      const delay = Math.max(0, firstAt + (id * 1000) / options.perSecond - Date.now());
      const backoff = { type: "exponential", delay: 1_000 };
      await queue.add("send", { id }, { delay, attempts, backoff, removeOnComplete: true });
    }
    const pool = startWorkers(options.workers, stack.folder, () => ({
      command: [process.execPath, join(repositoryRoot, "bench/src/chaos/control-worker.ts")],
      env: { DATABASE_URL: stack.databaseUrl, SANDBOX_ORIGIN: stack.sandboxOrigin, ...queues },
    }));
    try {
      await wait(Math.max(0, firstAt - Date.now()), undefined, { signal });
      const faults = await runFaults(plan, stack, pool, {
        remotes: [stack.sandbox],
        pauseMs,
        signal,
      });
      const unsettled = await untilStill(stack, signal);
      const posts = [...captions.values()].map((caption) => ({ caption, class: "control" }));
      const { all } = judge(posts, await stack.sandbox.captions(), new Set());
      return {
        ...all,
        kills: faults.kill,
        unsettled,
        wrongState: 0,
        seconds: Math.round((performance.now() - startedAt) / 1000),
        faults,
        classes: {},
      };
    } finally {
      await pool.stop();
      await close();
    }
  });
}

function queuesOf({ redis, context }: ChaosStack): Record<string, string> {
  if (redis !== null) return { REDIS_URL: redis.url };
  const { secrets, ports } = context;
  const login = `genie_queues:${encodeURIComponent(secrets.QUEUES_DATABASE_PASSWORD)}`;
  return {
    QUEUES_DATABASE_URL: `postgresql://${login}@127.0.0.1:${ports.postgres}/genie_queues`,
  };
}

async function planRows(
  { database, sandbox }: ChaosStack,
  { posts }: ChaosOptions,
): Promise<Map<number, string>> {
  await database.query(
    `create table if not exists control_posts (
       id int primary key, caption text, state text, username text, password text)`,
  );
  const owners = await Promise.all(Array.from({ length: accounts }, sandbox.createAccount));
  const captions = new Map<number, string>();
  for (let id = 0; id < posts; id += 1) {
    const { username, password } = owners[id % owners.length]?.credentials ?? {};
    captions.set(id, `Control ${id}`);
    await database.query(
      "insert into control_posts values ($1, $2, 'planned', $3, $4) on conflict do nothing",
      [id, captions.get(id), username, password],
    );
  }
  return captions;
}

/** Waits until all rows are marked, or nothing moves any more; answers how many are not marked. */
async function untilStill({ database }: ChaosStack, signal: AbortSignal): Promise<number> {
  let least = Number.POSITIVE_INFINITY;
  let movedAt = performance.now();
  for (;;) {
    signal.throwIfAborted();
    const sql = "select count(*)::int as left from control_posts where state <> 'sent'";
    const [row] = await database.query(sql);
    const left = Number(row?.["left"]);
    if (left < least) movedAt = performance.now();
    least = Math.min(least, left);
    if (left === 0 || performance.now() - movedAt > standsStillMs) return left;
    await wait(1_000);
  }
}
