import { expect, type Locator, type Page, test as base } from "@playwright/test";
import axe, { type RunOptions } from "axe-core";
import { type Account, createCreator, newAccount, personasOf } from "./admin-api.ts";
import { e2eEnv } from "./e2e-env.ts";

export const { origin } = new URL(e2eEnv().E2E_BASE_URL);

type Fixtures = {
  /** A new creator, signed in, with her persona in place. */
  account: Account;
  /** Fails the test on an error in the console, a CSP violation included. */
  quietConsole: void;
};

// The console also speaks of answers like 401, which are part of some journeys.
const failedRequest = /^Failed to load resource/;

export const test = base.extend<Fixtures>({
  baseURL: origin,
  quietConsole: [
    async ({ page }, use) => {
      const errors: string[] = [];
      page.on("pageerror", (error) => errors.push(String(error)));
      page.on("console", (message) => {
        if (message.type() === "error" && !failedRequest.test(message.text())) {
          errors.push(message.text());
        }
      });
      await use();
      expect(errors).toEqual([]);
    },
    { auto: true },
  ],
  account: async ({ page }, use) => {
    const account = newAccount();
    await createCreator(account);
    await expect.poll(() => personasOf(account.email)).toHaveLength(1);
    await signInByApi(page, account);
    await use(account);
  },
});

export { expect };

/**
 * The page inside the shell. React keeps what it streams in a hidden element beside it for a moment,
 * so a text may be in the document twice.
 */
export function content(page: Page): Locator {
  return page.locator("#content");
}

/** Signs in without the form. Sign-ins are limited by address, so it waits when it is told to. */
export async function signInByApi(page: Page, { email, password }: Account): Promise<void> {
  await expect(async () => {
    const response = await page.request.post("/api/directus/auth/login", {
      data: { email, password, mode: "session" },
      headers: { origin },
    });
    expect(response.status()).toBe(200);
  }).toPass({ intervals: [1_000, 5_000, 10_000] });
}

/** Lets what is sent there by POST wait until it is released, and counts it. */
export async function holdPosts(page: Page, url: RegExp) {
  const { promise: released, resolve: release } = Promise.withResolvers<void>();
  let count = 0;
  await page.route(url, async (route) => {
    if (route.request().method() === "POST") {
      count += 1;
      await released;
    }
    await route.continue();
  });
  return { release, count: () => count };
}

const everyRule = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
/** The rules among them that ask for the colours of the screen. */
const colourRules = ["color-contrast", "link-in-text-block"];

/** Keeps a picture of the page in both colours and finds no serious barrier in either. */
export async function examine(page: Page, name: string, project: string): Promise<void> {
  for (const colorScheme of ["dark", "light"] as const) {
    await page.emulateMedia({ colorScheme });
    await page.screenshot({
      path: `test-results/screenshots/${project}-${colorScheme}/${name}.png`,
      fullPage: true,
      // Colours that still change to those of the other scheme are at their end.
      animations: "disabled",
    });
    const barriers = await barriersOf(
      page,
      colorScheme === "light"
        ? { type: "tag", values: everyRule }
        : { type: "rule", values: colourRules },
    );
    expect(barriers.map((barrier) => ({ ...barrier, colorScheme }))).toEqual([]);
  }
}

/** What axe finds on the page itself, not in frames. */
async function barriersOf(
  page: Page,
  runOnly: NonNullable<RunOptions["runOnly"]>,
): Promise<{ id: string; nodes: string[] }[]> {
  // Its source is half a megabyte: handing it over takes longer than what it then does.
  if (!(await page.evaluate(() => "axe" in window))) await page.evaluate(axe.source);
  return page.evaluate(async (rules) => {
    const { violations } = await window.axe.run(document, {
      runOnly: rules,
      resultTypes: ["violations"],
      iframes: false,
    });
    return violations
      .filter(({ impact }) => impact === "serious" || impact === "critical")
      .map(({ id, nodes }) => ({ id, nodes: nodes.map((node) => node.html) }));
  }, runOnly);
}

declare global {
  // oxlint-disable-next-line typescript/consistent-type-definitions -- an interface is extended
  interface Window {
    /** In a page that was examined. */
    axe: typeof axe;
  }
}

/** Waits until every picture of the page has arrived. */
export async function picturesAreThere(page: Page): Promise<void> {
  await page.waitForFunction(() =>
    [...document.images].every((image) => {
      // A lazy one below the edge waits to be scrolled to.
      image.loading = "eager";
      return image.complete && image.naturalWidth > 0;
    }),
  );
}

/** Nothing is wider than the screen, once the page has its place there; what is, is named. */
export async function nothingScrollsSideways(page: Page): Promise<void> {
  const screen = page.viewportSize()?.width ?? 0;
  await expect.poll(() => page.evaluate(whatIsTooWide, screen)).toEqual([]);
}

/** A phone's layout grows with what does not fit, so the screen is what counts. */
function whatIsTooWide(screen: number): string[] {
  const { scrollWidth } = document.documentElement;
  if (scrollWidth <= screen) return [];
  const wide = [...document.querySelectorAll("body *")]
    .map((element) => ({ element, right: element.getBoundingClientRect().right }))
    .filter(({ right }) => right > screen);
  return [
    `${scrollWidth} of ${screen} at ${location.pathname}`,
    ...wide.map(({ element, right }) => `${right}: ${element.outerHTML.slice(0, 200)}`),
  ];
}
