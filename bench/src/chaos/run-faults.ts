import { readFile } from "node:fs/promises";
import { setTimeout as wait } from "node:timers/promises";
import { Redis } from "ioredis";
import { z } from "zod";
import type { ChaosStack } from "./chaos-stack.ts";
import type { Remote } from "./remote.ts";
import type { FaultKind, PlannedFault } from "./plan-faults.ts";
import type { WorkerPool } from "./worker-pool.ts";

const outageMs = 4_000;

/** What goes wrong on each platform all the time, as shares of its occasions. */
const platformFaults = [
  { kind: "slow", ms: 400, share: 0.2 },
  { kind: "error_before_commit", times: "always", share: 0.01 },
  { kind: "error_after_commit", times: "always", share: 0.02 },
  { kind: "reset_before_commit", times: "always", share: 0.02 },
  { kind: "reset_after_commit", times: "always", share: 0.02 },
  { kind: "accept_then_hang", times: "always", ms: 6_500, share: 0.01 },
  { kind: "rate_limited", times: "always", retry_after_seconds: 2, share: 0.003 },
] as const;

const RunFile = z.object({ pids: z.record(z.string(), z.int().positive().nullable()) });

/** Lets everything go wrong as planned; resolves when the last fault is over and the platforms well again. */
export async function runFaults(
  plan: readonly PlannedFault[],
  stack: ChaosStack,
  pool: WorkerPool,
  {
    remotes,
    pauseMs,
    signal,
  }: { remotes: readonly Remote[]; pauseMs: number; signal: AbortSignal },
): Promise<Record<FaultKind, number>> {
  const done: Record<FaultKind, number> = {
    kill: 0,
    pause: 0,
    redis: 0,
    flush: 0,
    postgres: 0,
    directus: 0,
    outage: 0,
  };
  const actions = {
    kill: async ({ worker }) => pool.kill(worker),
    pause: ({ worker }) => pool.pause(worker, pauseMs),
    redis: async () => stack.redis?.killAndRestart(),
    flush: () => flush(stack.redis?.url),
    // An immediate shutdown: no checkpoint, no farewell to clients.
    postgres: () => signalService(stack, "postgres", "SIGQUIT"),
    directus: () => signalService(stack, "directus", "SIGKILL"),
    outage: () => outage(remotes),
  } satisfies Record<FaultKind, (fault: PlannedFault) => Promise<void>>;

  for (const remote of remotes) {
    for (const fault of platformFaults) await remote.arm(fault);
  }
  const startedAt = performance.now();
  const running: Promise<void>[] = [];
  for (const fault of plan) {
    await wait(Math.max(0, startedAt + fault.atMs - performance.now()), undefined, { signal });
    if (fault.kind !== "kill") process.stderr.write(`${new Date().toISOString()} ${fault.kind}\n`);
    done[fault.kind] += 1;
    running.push(actions[fault.kind](fault));
  }
  await Promise.all(running);
  for (const remote of remotes) await remote.disarmAll();
  return { ...done, kill: pool.kills() };
}

async function signalService(
  { context }: ChaosStack,
  name: string,
  signal: NodeJS.Signals,
): Promise<void> {
  const { pids } = RunFile.parse(JSON.parse(await readFile(context.paths.run, "utf8")));
  const pid = pids[name];
  // Between a death and the restart there is nobody to end.
  if (pid) process.kill(pid, signal);
}

async function outage(remotes: readonly Remote[]): Promise<void> {
  const armed = await Promise.all(
    remotes.map(async (remote) => ({ remote, id: await remote.arm({ kind: "outage" }) })),
  );
  await wait(outageMs);
  await Promise.all(armed.map(({ remote, id }) => remote.disarm(id)));
}

async function flush(url: string | undefined): Promise<void> {
  if (url === undefined) return;
  const redis = new Redis(url, { maxRetriesPerRequest: 3 });
  redis.on("error", () => {});
  await redis.flushall();
  redis.disconnect();
}
