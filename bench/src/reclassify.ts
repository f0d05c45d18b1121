import { setTimeout as wait } from "node:timers/promises";
import {
  createDirectusClient,
  readClassifyStatus,
  reclassifyLibrary,
} from "@genie/directus-client";
import { AppError } from "@genie/errors";
import { openClassifier, readDataset } from "@genie/taxonomy";
import { bareClassifyPerS, bareUpdatePerS } from "./bare-classify.ts";
import type { Benchmark } from "./benchmark.ts";
import { fillLibraries } from "./library-data.ts";
import { summarize } from "./measure.ts";
import { onPublishingStack, type PublishingStack } from "./publishing-stack.ts";
import { pidOf, restarted } from "./stack-pids.ts";
import { taxonomyCaptions } from "./taxonomy-captions.ts";

const entries = 100_000;
const captionCount = 5_000;
const killAt = [1 / 3, 2 / 3];
const endsWithinMs = 8 * 60_000;

type Classified = {
  /** While the worker was there. */
  workS: number;
  /** From a kill until more is classified, each. */
  resumeS: number[];
};

/**
 * Classifies 100,000 entries again through Directus, by the real worker, which is killed (SIGKILL) at a third
 * and at two thirds of the way and comes back by itself. Every entry has to be classified, and none twice.
 * Beside it the bare classifier on the same captions, and PostgreSQL alone writing the same to a plain table.
 */
export const reclassify: Benchmark = {
  defaultRepetitions: 1,
  run: async ({ signal }) =>
    onPublishingStack({ SWEEP_INTERVAL_MS: "5000" }, signal, async (stack) => {
      const { database } = stack;
      const mapping = readDataset();
      const captions = taxonomyCaptions(mapping, captionCount, 0.02);
      const owner = await ownerOf(stack);
      await fillLibraries(database, owner, { entries, others: 0, otherEntries: 0, captions });
      const admin = createDirectusClient({ url: stack.directus.url, token: stack.adminToken });
      const updatesBefore = await updatesOf(stack);
      const startedAt = performance.now();
      await reclassifyLibrary(admin, { owner });
      const markS = (performance.now() - startedAt) / 1000;
      process.stderr.write(`${entries} entries are due after ${markS.toFixed(1)} s\n`);
      const { workS, resumeS } = await untilClassified(stack, owner, signal);
      // One update made each entry due.
      const writes = (await updatesOf(stack)) - updatesBefore - entries;
      const { due, outdated } = await readClassifyStatus(admin, { owner });
      const figures = {
        entries_per_s: summarize([entries / workS]),
        bare_classifier_per_s: summarize([bareClassifyPerS(openClassifier(mapping), captions)]),
        bare_sql_per_s: summarize([await bareUpdatePerS(database, owner)]),
        make_due_s: summarize([markS]),
        resume_s: summarize(resumeS),
        kills_count: summarize([resumeS.length]),
        unclassified_count: summarize([due + outdated]),
        classified_twice_count: summarize([writes - entries]),
      };
      const bars = [
        ["through Directus", figures.entries_per_s],
        ["bare classifier", figures.bare_classifier_per_s],
        ["bare SQL", figures.bare_sql_per_s],
      ] as const;
      return {
        figures,
        plot: {
          title: "100,000 entries classified again",
          unit: "entries a second",
          bars: bars.map(([label, figure]) => ({ label, series: "entries", figure })),
        },
      };
    }),
};

async function untilClassified(
  stack: PublishingStack,
  owner: string,
  signal: AbortSignal,
): Promise<Classified> {
  const { runFile } = stack;
  const kills = killAt.map((part) => Math.round(entries * (1 - part)));
  const resumeS: number[] = [];
  const startedAt = performance.now();
  let lost: { left: number; at: number } | null = null;
  for (;;) {
    signal.throwIfAborted();
    const due = await dueOf(stack, owner);
    const now = performance.now();
    if (lost !== null && due < lost.left) {
      resumeS.push((now - lost.at) / 1000);
      process.stderr.write(`Went on after ${resumeS.at(-1)?.toFixed(1)} s\n`);
      lost = null;
    }
    if (due === 0) break;
    if (lost === null && due <= (kills[resumeS.length] ?? -1)) {
      const victim = await pidOf(runFile, "worker");
      process.kill(victim, "SIGKILL");
      await restarted(runFile, "worker", { victim, signal });
      // What was under way at the gate when the worker was killed is done by now.
      lost = { left: await dueOf(stack, owner), at: now };
      process.stderr.write(`Killed with ${lost.left} left\n`);
    }
    if (now - startedAt > endsWithinMs) {
      throw new AppError(
        "internal",
        `${due} entries were left after ${endsWithinMs / 60_000} min.`,
      );
    }
    await wait(250);
  }
  const waitedS = resumeS.reduce((sum, each) => sum + each, 0);
  return { workS: (performance.now() - startedAt) / 1000 - waitedS, resumeS };
}

async function dueOf({ database }: PublishingStack, owner: string): Promise<number> {
  const { rows } = await database.query<{ due: number }>(
    "select count(*)::int as due from scraped_media where user_id = $1 and classified_at is null",
    [owner],
  );
  return rows[0]?.due ?? 0;
}

async function ownerOf({ database, profileId }: PublishingStack): Promise<string> {
  const { rows } = await database.query<{ user_id: string }>(
    "select user_id from creator_profiles where id = $1",
    [profileId],
  );
  return rows[0]?.user_id ?? "";
}

/** How often a row of the library was updated, by anybody: PostgreSQL counts it, a moment later. */
async function updatesOf({ database }: PublishingStack): Promise<number> {
  for (let before = -1; ;) {
    await wait(2_500);
    const { rows } = await database.query<{ updates: string }>(
      "select n_tup_upd as updates from pg_stat_user_tables where relname = 'scraped_media'",
    );
    const updates = Number(rows[0]?.updates);
    if (updates === before) return updates;
    before = updates;
  }
}
