import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { createPost } from "@genie/directus-client";
import { AppError } from "@genie/errors";
import type { Benchmark, Outcome } from "./benchmark.ts";
import { measureDirectus } from "./scale-directus.ts";
import { summarize } from "./measure.ts";
import { postBurst } from "./post-burst.ts";
import { latenessOf, published } from "./post-lateness.ts";
import { type Account, onPublishingStack, type PublishingStack } from "./publishing-stack.ts";
import { endOfScrape, orderScrape } from "./scrape-job.ts";
import { serviceMemory } from "./service-memory.ts";
import { pidOf, restarted } from "./stack-pids.ts";
import { withRedis } from "./with-redis.ts";

const byApi = { platform: "sandbox_idempotent", accounts: 16, posts: 2_000 };
const byPages = { accounts: 8, postsEach: 3 };
const scrapesWithinMs = 10 * 60_000;
const settings = { SWEEP_INTERVAL_MS: "5000" };
const twoOfEach = { ...settings, WORKER_INSTANCES: "2", BROWSER_INSTANCES: "2" };

/**
 * What a second worker and a second Directus bring on this machine, and whether two workers and two browser services
 * share their work and lose none of it when one of each is killed (SIGKILL).
 */
export const scale: Benchmark = {
  defaultRepetitions: 1,
  run: async ({ signal }) => {
    const outcome: Outcome = {
      figures: {},
      plot: { title: "One and two of a service", unit: "a second", bars: [] },
    };
    await onPublishingStack(settings, signal, async (stack) => {
      for (const [name, { pssMb }] of await serviceMemory(stack.runFile)) {
        outcome.figures[`${name.replaceAll("-", "_")}_pss_mb`] = summarize([pssMb]);
      }
      await measurePosts(outcome, "one_worker", stack, signal);
    });
    await onPublishingStack(twoOfEach, signal, async (stack) => {
      await measurePosts(outcome, "two_workers", stack, signal);
      await killOneOfEach(outcome, stack, signal);
    });
    await withRedis(({ url }) =>
      onPublishingStack({ ...settings, REDIS_URL: url }, signal, (stack) =>
        measureDirectus(outcome, stack, url, signal),
      ),
    );
    return outcome;
  },
};

async function measurePosts(
  { figures, plot }: Outcome,
  name: string,
  stack: PublishingStack,
  signal: AbortSignal,
): Promise<void> {
  const accounts = await connect(stack, byApi.platform, byApi.accounts);
  const burst = await postBurst(stack, accounts, byApi.posts, signal);
  const figure = summarize([(byApi.posts * 1000) / burst.drainMs]);
  figures[`${name}_posts_per_s`] = figure;
  figures[`${name}_lost_count`] = summarize([burst.lost]);
  figures[`${name}_duplicate_count`] = summarize([burst.duplicates]);
  plot.bars.push({ label: name, series: "posts", figure });
}

async function connect(
  stack: PublishingStack,
  platform: string,
  count: number,
): Promise<Account[]> {
  const accounts: Account[] = [];
  while (accounts.length < count) accounts.push(await stack.connect(platform, { posts: 3 }));
  return accounts;
}

/** Posts and readings by pages; in their midst a worker and a browser service are killed. */
async function killOneOfEach(
  { figures }: Outcome,
  stack: PublishingStack,
  signal: AbortSignal,
): Promise<void> {
  const accounts = await connect(stack, "sandbox", byPages.accounts);
  const scrapes = await Promise.all(accounts.map(orderScrape));
  const run = `Killed ${crypto.randomUUID().slice(0, 8)} `;
  const count = byPages.accounts * byPages.postsEach;
  for (let n = 0; n < count; n += 1) await post(accounts[n % accounts.length], `${run}${n}`);
  await published(stack, run, Math.floor(count / 4), signal);
  for (const service of ["worker-2", "browser-2"] as const) {
    const victim = await pidOf(stack.runFile, service);
    process.kill(victim, "SIGKILL");
    await restarted(stack.runFile, service, { victim, signal });
  }
  const rows = await published(stack, run, count, signal);
  const { lost, duplicates } = await latenessOf(stack, accounts, rows, run, count);
  for (const id of scrapes) await endOfScrape(stack, id, { withinMs: scrapesWithinMs, signal });
  figures["killed_posts_count"] = summarize([count]);
  figures["killed_lost_count"] = summarize([lost]);
  figures["killed_duplicate_count"] = summarize([duplicates]);
  figures["killed_scrapes_count"] = summarize([scrapes.length]);
  const shares = async (first: string, second: string, line: RegExp) => {
    const [one, two] = await Promise.all([
      countLines(stack, first, line),
      countLines(stack, second, line),
    ]);
    return summarize([Math.min(one, two) / Math.max(one + two, 1)]);
  };
  figures["worker_least_share_ratio"] = await shares("worker", "worker-2", /"msg":"job done"/g);
  figures["browser_least_share_ratio"] = await shares(
    "browser",
    "browser-2",
    /"method":"POST","route":"\/sessions\/?"/g,
  );
}

async function post(account: Account | undefined, caption: string): Promise<void> {
  if (account === undefined) throw new AppError("internal", "There is no account to post with.");
  await createPost(account.creator, {
    profileId: account.profileId,
    mediaIds: [],
    caption,
    scheduledFor: new Date(Date.now() + 5_000).toISOString(),
    timezone: "UTC",
    status: "pending",
  });
}

async function countLines(
  { directus }: PublishingStack,
  service: string,
  line: RegExp,
): Promise<number> {
  const log = await readFile(join(directus.log, "..", `${service}.log`), "utf8");
  return log.match(line)?.length ?? 0;
}
