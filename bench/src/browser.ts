import { createBrowserClient, type PageDriver } from "@genie/browser-client";
import { AppError } from "@genie/errors";
import { createAdapters } from "@genie/platforms/adapters";
import { startScriptedModel } from "@genie/scripted-model";
import type { Benchmark, Outcome } from "./benchmark.ts";
import { onSandbox, type Account, type BrowserSandbox } from "./browser-sandbox.ts";
import { measureBare } from "./measure-bare.ts";
import { type Memory, startChild, treeMemory } from "./child-service.ts";
import { summarize } from "./measure.ts";

export type Sample = Memory & {
  /** From the start of the program until the account's page is there. */
  launchMs: number;
  /** Loading a page of 20 posts and reading it; the first time and after that. */
  firstPageMs: number;
  pageMs: number;
  posts: number;
};
/** With what another session at the same time takes. */
type ServiceSample = Sample & { moreMs: number; moreRssMb: number; morePssMb: number };

type Samples = { bare: Sample[]; recipe: ServiceSample[]; model: ServiceSample[] };

const pagesEach = 3;
const token = "browser-token-of-the-benchmark-0123456789";
const { signal: never } = new AbortController();

/**
 * Starting a browser, reading a page of posts, and memory: with Playwright alone, with a recipe on the
 * markup that it knows, and with a (scripted) language model on markup that nobody has seen.
 */
export const browser: Benchmark = {
  defaultRepetitions: 5,
  run: async ({ repetitions, signal }) =>
    onSandbox(signal, async (sandbox) => {
      const samples: Samples = { bare: [], recipe: [], model: [] };
      for (let repetition = 0; repetition < repetitions; repetition += 1) {
        signal.throwIfAborted();
        samples.bare.push(await measureBare(sandbox, pagesEach));
        samples.recipe.push(await measureService(sandbox, sandbox.plain, {}));
        samples.model.push(await measureWithModel(sandbox));
        process.stderr.write(`Measured ${repetition + 1} of ${repetitions}\n`);
      }
      return outcomeOf(samples);
    }),
};

async function measureWithModel(sandbox: BrowserSandbox): Promise<ServiceSample> {
  const model = await startScriptedModel();
  try {
    const env = { LLM_BASE_URL: model.url, LLM_MODEL: model.model };
    return await measureService(sandbox, sandbox.changed, env);
  } finally {
    await model.close();
  }
}

async function measureService(
  sandbox: BrowserSandbox,
  { username, cookies }: Account,
  env: Record<string, string>,
): Promise<ServiceSample> {
  const startedAt = performance.now();
  const service = await startChild(
    "apps/browser/src/main.ts",
    { ...sandbox.browserEnv, BROWSER_TOKEN: token, ...env },
    "browser service listening",
  );
  try {
    const client = createBrowserClient({ url: String(service.line["url"]), token });
    const adapter = createAdapters({ sandboxUrl: sandbox.url }).get("sandbox");
    if (adapter === undefined) throw new AppError("internal", "There is no sandbox to read.");
    const { hosts } = adapter.platform;
    const open = async (): Promise<PageDriver> => {
      const page = await client.startSession({ allowed_hosts: [...hosts] }, never);
      await page.cookieLogin(cookies, adapter.platform.profileUrl(username));
      return page;
    };
    const page = await open();
    const launchMs = performance.now() - startedAt;
    const context = {
      username,
      cookies: [],
      openPage: async () => page,
      fetch: globalThis.fetch,
      signal: never,
    };
    const readPage = async () => {
      const readAt = performance.now();
      for await (const posts of adapter.listPosts(context)) {
        return { ms: performance.now() - readAt, posts: posts.length };
      }
      return { ms: performance.now() - readAt, posts: 0 };
    };
    const first = await readPage();
    const times: number[] = [];
    for (let n = 0; n < pagesEach; n += 1) times.push((await readPage()).ms);
    const memory = await treeMemory(service.pid);
    const moreAt = performance.now();
    const more = await open();
    const moreMs = performance.now() - moreAt;
    const withMore = await treeMemory(service.pid);
    await Promise.all([page.close(), more.close()]);
    return {
      launchMs,
      firstPageMs: first.ms,
      pageMs: summarize(times).median,
      posts: first.posts,
      ...memory,
      moreMs,
      moreRssMb: withMore.rssMb - memory.rssMb,
      morePssMb: withMore.pssMb - memory.pssMb,
    };
  } finally {
    await service.end();
  }
}

const measured = {
  launch_ms: "launchMs",
  first_page_ms: "firstPageMs",
  page_ms: "pageMs",
  posts_count: "posts",
  rss_mb: "rssMb",
  pss_mb: "pssMb",
} as const satisfies Record<string, keyof Sample>;

const measuredOfMore = {
  more_ms: "moreMs",
  more_rss_mb: "moreRssMb",
  more_pss_mb: "morePssMb",
} as const satisfies Record<string, keyof ServiceSample>;

const ratios = {
  launch: "launchMs",
  page: "pageMs",
  rss: "rssMb",
  pss: "pssMb",
} as const satisfies Record<string, keyof Sample>;

function outcomeOf({ bare, recipe, model }: Samples): Outcome {
  const figures: Outcome["figures"] = summarizeAll("bare", measured, bare);
  const bars: Outcome["plot"]["bars"] = [];
  for (const [kind, own] of [["recipe", recipe] as const, ["model", model] as const]) {
    Object.assign(figures, summarizeAll(kind, measured, own));
    Object.assign(figures, summarizeAll(kind, measuredOfMore, own));
    for (const [name, part] of Object.entries(ratios)) {
      const ratio = summarize(
        own.map((sample, index) => sample[part] / (bare[index]?.[part] ?? Number.NaN)),
      );
      figures[`${kind}_to_bare_${name}_ratio`] = ratio;
      bars.push({ label: name, series: kind, figure: ratio });
    }
  }
  return { figures, plot: { title: "A browser, next to bare Playwright", unit: "times", bars } };
}

function summarizeAll<Part extends string>(
  kind: string,
  parts: Record<string, Part>,
  samples: readonly Record<Part, number>[],
): Outcome["figures"] {
  return Object.fromEntries(
    Object.entries(parts).map(([name, part]) => [
      `${kind}_${name}`,
      summarize(samples.map((sample) => sample[part])),
    ]),
  );
}
