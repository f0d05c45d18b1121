import { type ChildProcess, spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { AppError } from "@genie/errors";
import { findFreePort, findTool, tools } from "@genie/stack";

/** Does the work with a Redis of its own, which keeps nothing. */
export async function withRedis(work: (url: string) => Promise<void>): Promise<void> {
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
  const redis = spawn(program, [config], { stdio: ["ignore", "pipe", "inherit"], cwd: folder });
  try {
    await untilReady(redis);
    await work(`redis://:${password}@127.0.0.1:${port}`);
  } finally {
    redis.kill("SIGTERM");
    await rm(folder, { recursive: true, force: true });
  }
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
