import { type ChildProcess, spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { once } from "node:events";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { AppError } from "@genie/errors";
import { findFreePort, findTool, tools } from "@genie/stack";

/** A Redis of the benchmark's own, which keeps nothing. */
export type OwnRedis = {
  url: string;
  /** SIGKILL, and the start of an empty one at the same address. */
  killAndRestart: () => Promise<void>;
};

/** Starts a Redis, does the work with it, and removes it. */
export async function withRedis<Result>(
  work: (redis: OwnRedis) => Promise<Result>,
): Promise<Result> {
  // oxlint-disable-next-line node/no-process-env
  const program = await findTool(tools.redis, process.env);
  if (program === null) {
    throw new AppError("misconfigured", "redis-server is not installed: `npm test` installs it.");
  }
  const folder = await mkdtemp(join(tmpdir(), "genie-bench-redis-"));
  const password = randomBytes(24).toString("hex");
  const port = await findFreePort();
  const config = join(folder, "redis.conf");
  const lines = ["bind 127.0.0.1", `port ${port}`, `requirepass ${password}`, 'save ""'];
  await writeFile(config, `${lines.join("\n")}\n`, { mode: 0o600 });
  const start = async () => {
    const child = spawn(program, [config], { stdio: ["ignore", "pipe", "inherit"], cwd: folder });
    await untilReady(child);
    return child;
  };
  let redis = await start();
  try {
    return await work({
      url: `redis://:${password}@127.0.0.1:${port}`,
      killAndRestart: async () => {
        await end(redis, "SIGKILL");
        redis = await start();
      },
    });
  } finally {
    await end(redis, "SIGTERM");
    await rm(folder, { recursive: true, force: true });
  }
}

async function end(redis: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (redis.exitCode !== null || redis.signalCode !== null) return;
  const ended = once(redis, "exit");
  redis.kill(signal);
  await ended;
}

async function untilReady(redis: ChildProcess): Promise<void> {
  const output = redis.stdout ?? [];
  for await (const line of output) {
    if (String(line).includes("Ready to accept connections")) {
      redis.stdout?.resume();
      return;
    }
  }
  throw new AppError("upstream_unavailable", "Redis ended before it was ready.");
}
