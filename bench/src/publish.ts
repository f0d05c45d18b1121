import { type ChildProcess, spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { AppError } from "@genie/errors";
import { findFreePort, findTool, tools } from "@genie/stack";
import { bareDelays } from "./bare-delays.ts";
import type { Benchmark, Outcome } from "./benchmark.ts";
import { percentile, summarize } from "./measure.ts";
import { onPublishingStack } from "./publishing-stack.ts";
import { postLateness } from "./post-lateness.ts";

const count = 200;
const spanMs = 10_000;

/**
 * How late 200 posts go out that are due over ten seconds, on both backends of the queue, beside bare
 * BullMQ delayed jobs on the same servers in the same run. The page is opened over HTTP: a browser
 * for each of twenty posts a second is more than a small machine has.
 */
export const publish: Benchmark = {
  defaultRepetitions: 1,
  run: async ({ repetitions, signal }) => {
    const outcome: Outcome = {
      figures: {},
      plot: { title: "How late 200 posts in ten seconds go out", unit: "milliseconds", bars: [] },
    };
    const settings = { PAGE_DRIVER: "http", SWEEP_INTERVAL_MS: "60000" };
    await onPublishingStack(settings, signal, async (stack) => {
      for (let n = 0; n < repetitions; n += 1) {
        const bare = await bareDelays({ kind: "postgres", url: stack.queuesUrl }, count, spanMs);
        add(outcome, "postgresql", bare, await postLateness(stack, count, spanMs, signal));
      }
    });
    await withRedis(async (url) => {
      await onPublishingStack({ ...settings, REDIS_URL: url }, signal, async (stack) => {
        for (let n = 0; n < repetitions; n += 1) {
          const bare = await bareDelays({ kind: "redis", url }, count, spanMs);
          add(outcome, "redis", bare, await postLateness(stack, count, spanMs, signal));
        }
      });
    });
    return outcome;
  },
};

type Lateness = Awaited<ReturnType<typeof postLateness>>;

function add({ figures, plot }: Outcome, backend: string, bare: number[], posts: Lateness): void {
  const series = { bare, sent: posts.sentMs, arrived: posts.arrivedMs };
  for (const [name, samples] of Object.entries(series)) {
    const figure = summarize(samples);
    figures[`${backend}_${name}_late_ms`] = figure;
    figures[`${backend}_${name}_p99_ms`] = summarize([percentile(samples, 0.99)]);
    plot.bars.push({ label: backend, series: name, figure });
  }
  figures[`${backend}_early_count`] = summarize([posts.sentMs.filter((ms) => ms < 0).length]);
  figures[`${backend}_lost_count`] = summarize([posts.lost]);
  figures[`${backend}_duplicate_count`] = summarize([posts.duplicates]);
  figures[`${backend}_sent_to_bare_p99_ratio`] = summarize([
    percentile(posts.sentMs, 0.99) / percentile(bare, 0.99),
  ]);
}

async function withRedis(work: (url: string) => Promise<void>): Promise<void> {
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
