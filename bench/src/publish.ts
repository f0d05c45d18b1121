import type { QueueConnection } from "@genie/jobs";
import { bareDelays } from "./bare-delays.ts";
import type { Benchmark, Outcome } from "./benchmark.ts";
import { percentile, summarize } from "./measure.ts";
import { pollLateness } from "./poll-lateness.ts";
import { type Burst, postBurst } from "./post-burst.ts";
import { type Lateness, postLateness } from "./post-lateness.ts";
import { type Account, onPublishingStack, type PublishingStack } from "./publishing-stack.ts";
import { withRedis } from "./with-redis.ts";

/** One that answers a key of ours, by its API: what is measured is our part, not a browser's. */
const platform = "sandbox_idempotent";
const accountsCount = 16;
const row = { count: 500, spanMs: 10_000 };
const burst = { count: 10_000, spanMs: 1_000 };
const polled = 60;

/**
 * How late 500 posts of several accounts go out that are due over ten seconds, and how long 10,000
 * take that are due in one second, on both backends of the queue; beside as many bare BullMQ delayed
 * jobs on the same servers in the same run, and beside a poll each minute.
 */
export const publish: Benchmark = {
  defaultRepetitions: 1,
  run: async ({ repetitions, signal }) => {
    const outcome: Outcome = {
      figures: {},
      plot: { title: "How late 500 posts in ten seconds appear", unit: "milliseconds", bars: [] },
    };
    const settings = { SWEEP_INTERVAL_MS: "60000" };
    await onPublishingStack(settings, signal, async (stack) => {
      const accounts = await connect(stack);
      const connection = { kind: "postgres", url: stack.queuesUrl } as const;
      for (let n = 0; n < repetitions; n += 1) {
        await measure(outcome, "postgresql", { stack, accounts, connection, signal });
      }
      const [one] = accounts;
      if (one)
        addPoll(outcome, await pollLateness(stack, one, { count: polled, platform }, signal));
    });
    await withRedis(async ({ url }) => {
      await onPublishingStack({ ...settings, REDIS_URL: url }, signal, async (stack) => {
        const accounts = await connect(stack);
        for (let n = 0; n < repetitions; n += 1) {
          await measure(outcome, "redis", {
            stack,
            accounts,
            connection: { kind: "redis", url },
            signal,
          });
        }
      });
    });
    return outcome;
  },
};

async function connect(stack: PublishingStack): Promise<Account[]> {
  const accounts: Account[] = [];
  while (accounts.length < accountsCount) accounts.push(await stack.connect(platform));
  return accounts;
}

async function measure(
  outcome: Outcome,
  backend: string,
  {
    stack,
    accounts,
    connection,
    signal,
  }: {
    stack: PublishingStack;
    accounts: Account[];
    connection: QueueConnection;
    signal: AbortSignal;
  },
): Promise<void> {
  const bareRow = await bareDelays(connection, row);
  addRow(outcome, backend, bareRow.lateMs, await postLateness(stack, accounts, row, signal));
  const bareBurst = await bareDelays(connection, burst);
  addBurst(
    outcome,
    backend,
    bareBurst.drainMs,
    await postBurst(stack, accounts, burst.count, signal),
  );
  tell(outcome, backend);
}

/** What there is so far: the whole takes a while, and something may come between. */
function tell({ figures }: Outcome, backend: string): void {
  const ofBackend = Object.entries(figures).filter(([name]) => name.startsWith(backend));
  const medians = Object.fromEntries(ofBackend.map(([name, { median }]) => [name, median]));
  process.stderr.write(`${JSON.stringify(medians)}\n`);
}

function addRow({ figures, plot }: Outcome, backend: string, bare: number[], posts: Lateness) {
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
  figures[`${backend}_arrived_to_bare_p99_ratio`] = summarize([
    percentile(posts.arrivedMs, 0.99) / percentile(bare, 0.99),
  ]);
}

function addBurst({ figures }: Outcome, backend: string, bareDrainMs: number, posts: Burst) {
  const name = `${backend}_burst`;
  figures[`${name}_early_count`] = summarize([posts.sentMs.filter((ms) => ms < 0).length]);
  figures[`${name}_lost_count`] = summarize([posts.lost]);
  figures[`${name}_duplicate_count`] = summarize([posts.duplicates]);
  figures[`${name}_drain_ms`] = summarize([posts.drainMs]);
  figures[`${name}_bare_drain_ms`] = summarize([bareDrainMs]);
  figures[`${name}_to_bare_drain_ratio`] = summarize([posts.drainMs / bareDrainMs]);
  figures[`${name}_per_s`] = summarize([(burst.count * 1000) / posts.drainMs]);
  figures[`${name}_first_of_others_late_ms`] = summarize(posts.firstOfOthersMs);
  figures[`${name}_requests_per_post`] = summarize([posts.requestsPerPost]);
}

function addPoll({ figures, plot }: Outcome, lateMs: number[]) {
  const figure = summarize(lateMs);
  figures["poll_late_ms"] = figure;
  figures["poll_p99_ms"] = summarize([percentile(lateMs, 0.99)]);
  plot.bars.push({ label: "poll each minute", series: "arrived", figure });
}
