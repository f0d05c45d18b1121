import { setTimeout as wait } from "node:timers/promises";
import { AppError } from "@genie/errors";
import { Client } from "pg";
import type { Benchmark, Outcome } from "./benchmark.ts";
import { summarize } from "./measure.ts";
import { collectGarbage } from "./collect-garbage.ts";
import { insertPosts, sweepPosts } from "./post-burst.ts";
import { latenessOf, published, warmUp } from "./post-lateness.ts";
import { type Account, onPublishingStack, type PublishingStack } from "./publishing-stack.ts";
import { ofInstallation, serviceMemory, servicePids, totalMemory } from "./service-memory.ts";
import { type Sample, slopePerMinute } from "./slope.ts";

const usualMinutes = 15;
const perSecond = 20;
/** Posts are planned in portions, each before the one before is due. */
const portionMs = 10_000;
const headStartMs = 20_000;
const sampleMs = 5_000;
/** What is garbage is no leak, so it is collected now and then, before what is left is looked at. */
const samplesToCollection = 12;
const notNode = new Set(["postgres"]);
const settleMs = 60_000;
const platform = "sandbox_idempotent";
const accountsCount = 16;

type Watched = {
  /** All of it, every few seconds. */
  memory: Map<string, Sample[]>;
  /** Without garbage, every minute. */
  kept: Map<string, Sample[]>;
  overdue: number[];
  queueRows: number[];
};

/**
 * Twenty posts a second for a quarter of an hour: what each service takes over that time, how much waits, and whether
 * every post went out once. Before that, what the installation takes while it has nothing to do and no browser is open.
 */
export const soak: Benchmark = {
  defaultRepetitions: 1,
  run: async ({ minutes = usualMinutes, signal }) => {
    const settings = { SWEEP_INTERVAL_MS: "60000", LOG_LEVEL: "warn" };
    return onPublishingStack(settings, signal, async (stack) => {
      const outcome: Outcome = {
        figures: {},
        plot: { title: "Memory of each service", unit: "megabytes", bars: [] },
      };
      await wait(settleMs, undefined, { signal });
      await tellIdle(outcome, stack);
      const accounts: Account[] = [];
      while (accounts.length < accountsCount) accounts.push(await stack.connect(platform));
      await warmUp(stack, accounts, signal);
      const watched: Watched = {
        memory: new Map(),
        kept: new Map(),
        overdue: [],
        queueRows: [],
      };
      const done = new AbortController();
      const queues = new Client({ connectionString: stack.queuesUrl });
      await queues.connect();
      const watching = watch(stack, queues, watched, done.signal);
      try {
        const count = await keepPosting(stack, accounts, minutes, signal);
        await published({ database: stack.database }, "Burst soak ", count, signal);
        done.abort();
        await watching;
        await tell(outcome, stack, { accounts, watched, count, minutes });
      } finally {
        done.abort();
        await Promise.allSettled([watching]);
        await queues.end();
      }
      return outcome;
    });
  },
};

async function tellIdle({ figures, plot }: Outcome, { runFile }: PublishingStack): Promise<void> {
  const services = await serviceMemory(runFile);
  const { rssMb, pssMb } = totalMemory(services);
  figures["idle_rss_mb"] = summarize([rssMb]);
  figures["idle_pss_mb"] = summarize([pssMb]);
  for (const [name, memory] of services) {
    if (!ofInstallation(name)) continue;
    const figure = summarize([memory.pssMb]);
    figures[`idle_${name.replaceAll("-", "_")}_pss_mb`] = figure;
    plot.bars.push({ label: name, series: "idle", figure });
  }
  process.stderr.write(`Idle: ${Math.round(rssMb)} MB resident, ${Math.round(pssMb)} MB shared\n`);
}

/** Answers how many posts were planned. */
async function keepPosting(
  stack: PublishingStack,
  accounts: readonly Account[],
  minutes: number,
  signal: AbortSignal,
): Promise<number> {
  const portion = (perSecond * portionMs) / 1000;
  const portions = Math.max(1, Math.round((minutes * 60_000) / portionMs));
  const first = Date.now() + headStartMs;
  for (let n = 0; n < portions; n += 1) {
    signal.throwIfAborted();
    const dueFrom = new Date(first + n * portionMs);
    await insertPosts(stack, accounts, {
      run: `soak ${n}`,
      dueFrom,
      count: portion,
      spanMs: portionMs,
    });
    await sweepPosts(stack);
    const behind = Date.now() - (dueFrom.getTime() - headStartMs) - portionMs;
    if (behind > headStartMs) throw new AppError("internal", "Posts are planned too slowly.");
    await wait(Math.max(0, -behind), undefined, { signal });
  }
  return portion * portions;
}

async function watch(
  { runFile, database }: PublishingStack,
  queues: Client,
  { memory, kept, overdue, queueRows }: Watched,
  done: AbortSignal,
): Promise<void> {
  const startedAt = performance.now();
  const note = async (into: Map<string, Sample[]>) => {
    const minutes = (performance.now() - startedAt) / 60_000;
    for (const [name, { pssMb }] of await serviceMemory(runFile)) {
      if (!ofInstallation(name)) continue;
      into.set(name, [...(into.get(name) ?? []), { minutes, value: pssMb }]);
    }
  };
  for (let sample = 1; !done.aborted; sample += 1) {
    await note(memory);
    if (sample % samplesToCollection === 0) {
      for (const [name, pid] of Object.entries(await servicePids(runFile))) {
        if (ofInstallation(name) && !notNode.has(name)) await collectGarbage(pid);
      }
      await note(kept);
    }
    const late = await database.query<{ n: number }>(
      `select count(*)::int as n from scheduled_posts
        where status in ('pending', 'publishing') and scheduled_for < clock_timestamp()`,
    );
    overdue.push(late.rows[0]?.n ?? 0);
    const rows = await queues.query<{ n: number }>(
      "select coalesce(sum(n_live_tup), 0)::int as n from pg_stat_user_tables",
    );
    queueRows.push(rows.rows[0]?.n ?? 0);
    await wait(sampleMs, undefined, { signal: done }).catch(() => {});
  }
}

async function tell(
  { figures, plot }: Outcome,
  stack: PublishingStack,
  run: { accounts: readonly Account[]; watched: Watched; count: number; minutes: number },
): Promise<void> {
  const { accounts, watched, count, minutes } = run;
  const rows = await published(stack, "Burst soak ", count, AbortSignal.timeout(60_000));
  const { lost, duplicates, arrivedMs } = await latenessOf(
    stack,
    accounts,
    rows,
    "Burst soak ",
    count,
  );
  figures["minutes"] = summarize([minutes]);
  figures["posts_count"] = summarize([count]);
  figures["lost_count"] = summarize([lost]);
  figures["duplicate_count"] = summarize([duplicates]);
  figures["late_ms"] = summarize(arrivedMs);
  figures["overdue_most_count"] = summarize([Math.max(...watched.overdue)]);
  figures["queue_rows_most_count"] = summarize([Math.max(...watched.queueRows)]);
  for (const [name, samples] of watched.memory) {
    const label = name.replaceAll("-", "_");
    const kept = watched.kept.get(name) ?? [];
    // What is loaded and kept on first use is no leak.
    const settled = kept.slice(Math.floor(kept.length / 3));
    figures[`${label}_mb_per_min`] = summarize([slopePerMinute(settled)]);
    const most = summarize([Math.max(...samples.map(({ value }) => value))]);
    figures[`${label}_most_pss_mb`] = most;
    plot.bars.push({ label: name, series: "most", figure: most });
  }
}
