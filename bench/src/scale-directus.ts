import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { AppError } from "@genie/errors";
import { answersOk, findFreePort, repositoryRoot } from "@genie/stack";
import type { Outcome } from "./benchmark.ts";
import { percentile, summarize } from "./measure.ts";
import type { PublishingStack } from "./publishing-stack.ts";
import { pidOf } from "./stack-pids.ts";

const startsWithinMs = 240_000;
const atOnce = 16;
const measureMs = 15_000;
/** What a calendar asks for, by the set-up service, whom no limit holds up. */
const path = "/items/scheduled_posts?limit=25&fields=id,caption,status,scheduled_for";

/** Requests a second of one Directus and of two, on one database and one machine. */
export async function measureDirectus(
  { figures, plot }: Outcome,
  stack: PublishingStack,
  redisUrl: string,
  signal: AbortSignal,
): Promise<void> {
  const env = await environmentOf(await pidOf(stack.runFile, "directus"));
  const several = { ...env, DIRECTUS_INSTANCES: "2", REDIS_URL: redisUrl };
  const running = await Promise.all([start(several), start(several)]);
  try {
    const urls = running.map(({ url }) => url);
    for (const [name, asked] of [
      ["one_directus", urls.slice(0, 1)],
      ["two_directus", urls],
    ] as const) {
      const times = await ask(asked, stack.adminToken, signal);
      const figure = summarize([(times.length * 1000) / measureMs]);
      figures[`${name}_requests_per_s`] = figure;
      figures[`${name}_p95_ms`] = summarize([percentile(times, 0.95)]);
      plot.bars.push({ label: name, series: "requests", figure });
    }
  } finally {
    await Promise.all(running.map(({ child }) => end(child)));
  }
}

async function ask(urls: readonly string[], token: string, signal: AbortSignal): Promise<number[]> {
  const times: number[] = [];
  const headers = { authorization: `Bearer ${token}` };
  const until = performance.now() + measureMs;
  const asker = async (number: number) => {
    while (performance.now() < until) {
      signal.throwIfAborted();
      const startedAt = performance.now();
      const answer = await fetch(`${urls[number % urls.length]}${path}`, { headers });
      await answer.arrayBuffer();
      if (!answer.ok) throw new AppError("internal", `Directus answered ${answer.status}.`);
      times.push(performance.now() - startedAt);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, (_none, number) => asker(number)));
  return times;
}

/** What the stack has handed to one of its processes (Linux). */
async function environmentOf(pid: number): Promise<Record<string, string>> {
  const text = await readFile(`/proc/${pid}/environ`, "utf8");
  const entries = text.split("\0").filter((entry) => entry.includes("="));
  return Object.fromEntries(
    entries.map((entry) => [
      entry.slice(0, entry.indexOf("=")),
      entry.slice(entry.indexOf("=") + 1),
    ]),
  );
}

async function start(env: Record<string, string>): Promise<{ url: string; child: ChildProcess }> {
  const port = await findFreePort();
  const folder = join(repositoryRoot, "apps", "cms");
  const child = spawn(process.execPath, [join(folder, "src", "serve.ts")], {
    cwd: folder,
    env: { ...env, PORT: String(port), LOG_LEVEL: "warn" },
    stdio: "ignore",
  });
  const url = `http://127.0.0.1:${port}`;
  const until = performance.now() + startsWithinMs;
  while (performance.now() < until && child.exitCode === null) {
    if (await answersOk(`${url}/server/ping`)) return { url, child };
    await wait(200);
  }
  await end(child);
  throw new AppError("upstream_unavailable", "A Directus did not start.");
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, "exit");
  child.kill("SIGTERM");
  await ended;
}
