import { gzipSync } from "node:zlib";
import type { Page, PlaywrightTestArgs, PlaywrightWorkerArgs } from "@playwright/test";
import { e2eEnv } from "./e2e-env.ts";
import { fillLibrary } from "./library-data.ts";
import { content, expect, test } from "./test.ts";

/** Compressed; Next and React take about 132 kB of it on any page. */
const mostBytes = 200_000;

test(
  "opening the library takes at most 200 kB of script",
  { tag: "@once" },
  async ({ page, account, browser }) => {
    await fillLibrary(page, account);
    await expectLight({ page, browser }, "/app/media", "30 entries");
  },
);

test(
  "opening the assistant takes at most 200 kB of script",
  { tag: "@once" },
  async ({ page, account, browser }) => {
    expect(account.name).toBe("Robin");
    await expectLight({ page, browser }, "/app/assistant", "What shall we look at?");
  },
);

type Opened = Pick<PlaywrightTestArgs & PlaywrightWorkerArgs, "browser" | "page">;

async function expectLight({ page, browser }: Opened, path: string, text: string): Promise<void> {
  // A context of its own has an empty cache.
  const context = await browser.newContext({ storageState: await page.context().storageState() });
  const fresh = await context.newPage();
  const weigh = watchScripts(fresh);
  await fresh.goto(new URL(path, e2eEnv().E2E_BASE_URL).href);
  await expect(content(fresh).getByText(text)).toBeVisible();
  await fresh.waitForLoadState("networkidle");
  const { bytes, heaviest } = await weigh();
  expect(bytes, `the heaviest: ${heaviest}`).toBeLessThanOrEqual(mostBytes);
  await context.close();
}

/** Every script that comes, once each, as gzip makes it. */
function watchScripts(page: Page): () => Promise<{ bytes: number; heaviest: string }> {
  const scripts = new Map<string, Promise<number>>();
  page.on("response", (response) => {
    if (response.request().resourceType() !== "script") return;
    scripts.set(
      new URL(response.url()).pathname,
      response.body().then((body) => gzipSync(body).length),
    );
  });
  return async () => {
    const sizes = await Promise.all(
      [...scripts].map(async ([path, size]) => ({ path, bytes: await size })),
    );
    const byWeight = sizes.toSorted((a, b) => b.bytes - a.bytes);
    return {
      bytes: sizes.reduce((sum, { bytes }) => sum + bytes, 0),
      heaviest: byWeight
        .slice(0, 8)
        .map(({ path, bytes }) => `${path} ${bytes}`)
        .join(", "),
    };
  };
}
