import { setTimeout as wait } from "node:timers/promises";
import { listLibrary, readLibraryFacets } from "@genie/directus-client";
import type { Benchmark, Outcome } from "./benchmark.ts";
import { type DashboardSession, openDashboardSession } from "./dashboard-session.ts";
import {
  bareFacets,
  barePage,
  facetCases,
  type LibraryCase,
  orderCases,
  searchCases,
} from "./library-cases.ts";
import { type InBrowser, measureInBrowser } from "./library-in-browser.ts";
import { fillLibraries } from "./library-data.ts";
import { percentile, summarize } from "./measure.ts";
import { onPublishingStack, type PublishingStack } from "./publishing-stack.ts";

const sizes = { entries: 100_000, others: 49, otherEntries: 2_000 };
const deepPage = { number: 500, entries: 60 };
const warmUps = 3;
/** Plain SQL takes seconds for the counts of a case, and differs little from one time to the next. */
const bareRepetitions = 5;
const visits = 5;
/** So that one person stays within what the gate lets one ask in a minute. */
const apartMs = 60;

type Measured = { stack: PublishingStack; session: DashboardSession; owner: string };
type Pair = { name: string; ours: () => Promise<unknown>; bare: () => Promise<unknown> };

/**
 * Pages, facets and searches of a library of 100,000 entries beside 49 of 2,000, by the dashboard's own
 * requests through its server, each beside plain SQL for the same, one after the other in turn; and the
 * page itself in Chromium.
 */
export const library: Benchmark = {
  defaultRepetitions: 20,
  run: async ({ repetitions, signal }) => {
    const outcome: Outcome = {
      figures: {},
      plot: { title: "A library of 100,000 entries", unit: "milliseconds", bars: [] },
    };
    await onPublishingStack({ SWEEP_INTERVAL_MS: "60000" }, signal, async (stack) => {
      const session = await openDashboardSession(stack);
      const { rows } = await stack.database.query<{ id: string }>(
        "select id from directus_users where email = $1",
        [session.email],
      );
      const owner = rows[0]?.id ?? "";
      const startedAt = performance.now();
      await fillLibraries(stack.database, owner, sizes);
      outcome.figures["fill_s"] = summarize([(performance.now() - startedAt) / 1000]);
      const measured = { stack, session, owner };
      for (const pair of [...(await pages(measured)), ...facets(measured)]) {
        signal.throwIfAborted();
        await measure(outcome, pair, repetitions);
      }
      addBrowser(outcome, await measureInBrowser(stack, session, { owner, repetitions: visits }));
    });
    return outcome;
  },
};

async function pages(measured: Measured): Promise<Pair[]> {
  const cases = [...orderCases, ...facetCases, ...searchCases];
  return [...cases.map((one) => page(measured, one)), await deep(measured)];
}

function page({ stack, session, owner }: Measured, one: LibraryCase): Pair {
  return {
    name: `page_${one.name}`,
    ours: () => listLibrary(session.client, one.query),
    bare: () => stack.database.query(barePage(one), [owner]),
  };
}

/** The page after as many entries as 499 pages have. */
async function deep({ stack, session, owner }: Measured): Promise<Pair> {
  const before = (deepPage.number - 1) * deepPage.entries;
  let next: string | null = null;
  for (let seen = 0; seen < before; seen += 200) {
    const limit = Math.min(200, before - seen);
    ({ next } = await listLibrary(
      session.client,
      {},
      { limit, ...(next !== null && { cursor: next }) },
    ));
    await wait(apartMs);
  }
  const cursor = next ?? undefined;
  const { rows } = await stack.database.query<{ at: string; id: string }>(
    `select at::text as at, id from library_entries where user_id = $1 and not trashed
      order by at desc, id desc offset $2 limit 1`,
    [owner, before - 1],
  );
  const after = `(e.at, e.id) < ('${rows[0]?.at}', '${rows[0]?.id}')`;
  return {
    name: `page_${deepPage.number}`,
    ours: () => listLibrary(session.client, {}, { cursor }),
    bare: () =>
      stack.database.query(barePage({ name: "", query: {}, where: "true" }, after), [owner]),
  };
}

function facets({ stack, session, owner }: Measured): Pair[] {
  const all: LibraryCase = { name: "all", query: {}, where: "true" };
  return [all, ...facetCases, ...searchCases].map((one) => ({
    name: `facets_${one.name}`,
    ours: () => readLibraryFacets(session.client, one.query),
    bare: async () => {
      for (const sql of bareFacets(one)) await stack.database.query(sql, [owner]);
    },
  }));
}

async function measure({ figures, plot }: Outcome, pair: Pair, repetitions: number): Promise<void> {
  const oursMs: number[] = [];
  const bareMs: number[] = [];
  for (let n = -warmUps; n < repetitions; n += 1) {
    const ours = await timed(pair.ours);
    if (n >= 0) oursMs.push(ours);
    if (n >= 0 && n < bareRepetitions) bareMs.push(await timed(pair.bare));
    await wait(Math.max(0, apartMs - ours));
  }
  const figure = summarize(oursMs);
  figures[`${pair.name}_ms`] = figure;
  figures[`${pair.name}_p95_ms`] = summarize([percentile(oursMs, 0.95)]);
  figures[`${pair.name}_to_bare_ratio`] = summarize([
    percentile(oursMs, 0.5) / percentile(bareMs, 0.5),
  ]);
  plot.bars.push({ label: pair.name, series: "request", figure });
  plot.bars.push({ label: pair.name, series: "bare SQL", figure: summarize(bareMs) });
  const shown = [figure.median, figures[`${pair.name}_p95_ms`]?.median, percentile(bareMs, 0.5)];
  process.stderr.write(
    `${pair.name}: p50 ${shown[0]} ms, p95 ${shown[1]} ms, bare ${shown[2]?.toFixed(1)} ms\n`,
  );
}

function addBrowser({ figures }: Outcome, found: readonly InBrowser[]): void {
  const frames = found.flatMap(({ frameMs }) => frameMs);
  figures["first_thumbnails_ms"] = summarize(
    found.map(({ firstThumbnailsMs }) => firstThumbnailsMs),
  );
  figures["scroll_frame_ms"] = summarize(frames);
  figures["scroll_frame_p95_ms"] = summarize([percentile(frames, 0.95)]);
  figures["scroll_frame_p99_ms"] = summarize([percentile(frames, 0.99)]);
  figures["script_kb"] = summarize(found.map(({ scriptKb }) => scriptKb));
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const startedAt = performance.now();
  await work();
  return performance.now() - startedAt;
}
