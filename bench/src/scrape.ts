import { stat } from "node:fs/promises";
import { insertBare } from "./bare-rows.ts";
import type { Benchmark, Outcome } from "./benchmark.ts";
import { countRequests } from "./count-requests.ts";
import { compareLibrary } from "./library-state.ts";
import { summarize } from "./measure.ts";
import { type Account, onPublishingStack, type PublishingStack } from "./publishing-stack.ts";
import { endOfScrape, orderScrape } from "./scrape-job.ts";
import { pidOf } from "./stack-pids.ts";
import { watchMemory } from "./watch-memory.ts";

const posts = 10_000;
const withinMs = 30 * 60_000;

/**
 * Reads 10,000 posts with a tiny picture each from the sandbox's pages, in real Chromium, then what is new
 * (nothing), then all of them for their figures; beside the same rows that are inserted bare.
 */
export const scrape: Benchmark = {
  defaultRepetitions: 1,
  run: async ({ repetitions, signal }) => {
    const outcome: Outcome = {
      figures: {},
      plot: { title: "10,000 posts read from a platform", unit: "seconds", bars: [] },
    };
    await onPublishingStack({ SWEEP_INTERVAL_MS: "60000" }, signal, async (stack) => {
      const samples: Record<string, number>[] = [];
      for (let n = 0; n < repetitions; n += 1) {
        const account = await stack.connect("sandbox", { posts, fans: 100, media: "small" });
        samples.push(await measure(stack, account, signal));
        process.stderr.write(`${JSON.stringify(samples.at(-1))}\n`);
      }
      for (const name of Object.keys(samples[0] ?? {})) {
        outcome.figures[name] = summarize(samples.map((sample) => sample[name] ?? Number.NaN));
      }
    });
    for (const [label, name] of Object.entries(bars)) {
      const figure = outcome.figures[name];
      if (figure) outcome.plot.bars.push({ label, series: "seconds", figure });
    }
    return outcome;
  },
};

const bars = {
  "first time": "first_s",
  "nothing new": "again_s",
  "figures of all": "whole_s",
  "bare rows": "bare_s",
};

async function measure(
  stack: PublishingStack,
  account: Account,
  signal: AbortSignal,
): Promise<Record<string, number>> {
  const memory = watchMemory({
    worker: await pidOf(stack.runFile, "worker"),
    browser: await pidOf(stack.runFile, "browser"),
  });
  const first = await run(stack, account, signal);
  const peaks = await memory.end();
  const again = await run(stack, account, signal);
  await stack.database.query(
    "update creator_profiles set posts_read_whole_at = null where id = $1",
    [account.profileId],
  );
  const whole = await run(stack, account, signal);
  const bareMs = await insertBare(stack, account.profileId);
  const { missing, duplicates, wrongFiles, orphanFiles } = await compareLibrary(stack, account);
  return {
    posts_count: posts,
    first_s: first.seconds,
    posts_per_s: posts / first.seconds,
    bare_s: bareMs / 1000,
    to_bare_ratio: (first.seconds * 1000) / bareMs,
    requests_count: first.requests,
    requests_per_post: first.requests / posts,
    worker_peak_pss_mb: peaks.get("worker") ?? Number.NaN,
    browser_peak_pss_mb: peaks.get("browser") ?? Number.NaN,
    again_s: again.seconds,
    again_requests_count: again.requests,
    whole_s: whole.seconds,
    whole_requests_per_post: whole.requests / posts,
    missing_count: missing,
    duplicate_count: duplicates,
    wrong_files_count: wrongFiles,
    orphan_files_count: orphanFiles,
  };
}

/** One scrape: how long the worker took, and all requests that Directus had meanwhile. */
async function run(stack: PublishingStack, account: Account, signal: AbortSignal) {
  const { size: from } = await stat(stack.directus.log);
  const id = await orderScrape(account);
  const { seconds } = await endOfScrape(stack, id, { withinMs, signal });
  return { seconds, requests: await countRequests(stack.directus.log, from) };
}
