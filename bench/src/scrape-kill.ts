import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { AppError } from "@genie/errors";
import type { Benchmark } from "./benchmark.ts";
import { compareLibrary, type LibraryState } from "./library-state.ts";
import { summarize } from "./measure.ts";
import { processesNaming } from "./processes.ts";
import { type Account, onPublishingStack, type PublishingStack } from "./publishing-stack.ts";
import { endOfScrape, orderScrape, readScrape } from "./scrape-job.ts";
import { pidOf, restarted } from "./stack-pids.ts";

const killsEach = 15;
const posts = 400;
const killsAnAccount = 3;
/** From when the job runs again until the next kill. */
const mostWaitMs = 8_000;
const activeWithinMs = 5 * 60_000;
const endWithinMs = 10 * 60_000;
const tidyWithinMs = 60_000;

type Victim = "browser" | "worker";

/**
 * Kills the browser service and the worker (SIGKILL) at 30 random moments of scrapes, 15 each. Every scrape
 * has to go on by itself to its end, without a post that is missing or there twice, a file without an
 * entry, a Chromium or a folder that is left over.
 */
export const scrapeKill: Benchmark = {
  defaultRepetitions: 1,
  run: async ({ signal }) =>
    onPublishingStack({ SWEEP_INTERVAL_MS: "5000" }, signal, async (stack) => {
      const victims = shuffled([
        ...Array.from({ length: killsEach }, () => "browser" as const),
        ...Array.from({ length: killsEach }, () => "worker" as const),
      ]);
      const states: LibraryState[] = [];
      const kills = { browser: 0, worker: 0 };
      const startedAt = performance.now();
      while (victims.length > 0) {
        const account = await stack.connect("sandbox", { posts, fans: 60, media: "small" });
        const job = await orderScrape(account);
        for (const victim of victims.splice(0, killsAnAccount)) {
          signal.throwIfAborted();
          if (!(await killOnce(stack, job, victim, signal))) {
            victims.push(victim);
            break;
          }
          kills[victim] += 1;
          process.stderr.write(`Killed: ${JSON.stringify(kills)}\n`);
        }
        await endOfScrape(stack, job, { withinMs: endWithinMs, signal });
        states.push(await stateOf(stack, account));
      }
      const seconds = (performance.now() - startedAt) / 1000;
      const sum = (name: keyof LibraryState) =>
        states.reduce((total, state) => total + state[name], 0);
      const counts = {
        browser_kills_count: kills.browser,
        worker_kills_count: kills.worker,
        posts_count: posts * states.length,
        missing_count: sum("missing"),
        duplicate_count: sum("duplicates"),
        wrong_files_count: sum("wrongFiles"),
        orphan_files_count: sum("orphanFiles"),
        ...(await leftOver(stack, signal)),
        seconds_s: seconds,
      };
      const figures = Object.fromEntries(
        Object.entries(counts).map(([name, count]) => [name, summarize([count])]),
      );
      const bars = Object.entries(figures)
        .filter(([name]) => name.endsWith("_count") && name !== "posts_count")
        .map(([name, figure]) => ({
          label: name.replace("_count", "").replaceAll("_", " "),
          series: "count",
          figure,
        }));
      return {
        figures,
        plot: { title: "SIGKILL in the middle of scrapes", unit: "count", bars },
      };
    }),
};

/** False when the scrape was over before its moment came. */
async function killOnce(
  stack: PublishingStack,
  job: string,
  victim: Victim,
  signal: AbortSignal,
): Promise<boolean> {
  const until = performance.now() + activeWithinMs;
  while ((await readScrape(stack, job)).status !== "active") {
    if ((await readScrape(stack, job)).status === "completed") return false;
    if (performance.now() > until) throw new AppError("internal", "The scrape did not go on.");
    await wait(100, undefined, { signal });
  }
  await wait(Math.random() * mostWaitMs, undefined, { signal });
  if ((await readScrape(stack, job)).status === "completed") return false;
  const pid = await pidOf(stack.runFile, victim);
  process.kill(pid, "SIGKILL");
  await restarted(stack.runFile, victim, { victim: pid, signal });
  return true;
}

async function stateOf(stack: PublishingStack, account: Account): Promise<LibraryState> {
  const state = await compareLibrary(stack, account);
  const { rows } = await stack.database.query<{ scrape_status: string }>(
    "select scrape_status from creator_profiles where id = $1",
    [account.profileId],
  );
  if (rows[0]?.scrape_status === "success") return state;
  throw new AppError("internal", `The account is said to be ${rows[0]?.scrape_status}.`);
}

/** What is there when nothing is read any more, once it has had the time to go. */
async function leftOver({ folders }: PublishingStack, signal: AbortSignal) {
  const until = performance.now() + tidyWithinMs;
  for (;;) {
    const temporary = await temporaryFiles(folders);
    const found = {
      chromium_processes_count: (await processesNaming(folders.browser)).length,
      temporary_files_count: temporary.length,
      open_profiles_count: await openProfiles(join(folders.browser, "profiles")),
    };
    if (Object.values(found).every((count) => count === 0)) return found;
    if (performance.now() > until) {
      process.stderr.write(`Left over: ${JSON.stringify({ ...found, temporary })}\n`);
      return found;
    }
    await wait(500, undefined, { signal });
  }
}

/** What the worker and the browser service keep for the time of one job or session; hidden is Chromium's empty home. */
async function temporaryFiles({ worker, browser }: PublishingStack["folders"]): Promise<string[]> {
  const folders = [join(worker, "downloads"), join(browser, "files"), join(browser, "chromium")];
  const names = await Promise.all(folders.map((folder) => readdir(folder)));
  return names.flat().filter((name) => !name.startsWith("."));
}

/** How many of the accounts' profiles are said to be in use, and so may hold cookies. */
async function openProfiles(folder: string): Promise<number> {
  const profiles = await readdir(folder);
  const contents = await Promise.all(profiles.map((name) => readdir(join(folder, name))));
  return contents.filter((names) => names.includes("in-use")).length;
}

function shuffled<Item>(items: readonly Item[]): Item[] {
  return items
    .map((item) => ({ item, place: Math.random() }))
    .toSorted((one, other) => one.place - other.place)
    .map(({ item }) => item);
}
