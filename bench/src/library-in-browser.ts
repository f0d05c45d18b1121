import { gzipSync } from "node:zlib";
import { AppError } from "@genie/errors";
import { type Browser, chromium, type Page } from "playwright-core";
import type { DashboardSession } from "./dashboard-session.ts";
import type { PublishingStack } from "./publishing-stack.ts";

/** What is used of the page's document and clock; Node itself has no document. */
declare const document: {
  querySelectorAll: (css: string) => ArrayLike<{ complete: boolean; naturalWidth: number }>;
  createElement: (name: "canvas") => Canvas;
};
declare const requestAnimationFrame: (frame: (at: number) => void) => void;
type Canvas = {
  width: number;
  height: number;
  getContext: (kind: "2d") => {
    fillStyle: string;
    fillRect: (x: number, y: number, width: number, height: number) => void;
  };
  toDataURL: (type: string, quality: number) => string;
};

/** Milliseconds, but for `scriptKb`: all scripts of the page, each compressed by gzip. */
export type InBrowser = {
  firstThumbnailsMs: number;
  frameMs: number[];
  scriptKb: number;
};

const viewport = { width: 1280, height: 900 };
/** So many thumbnails are a screen that one can begin to work with. */
const firstThumbnails = 8;
const scroll = { steps: 80, px: 700, pauseMs: 30 };
/** Scrolling reaches no further than this. */
const pictures = 1500;

/** Opens the library in Chromium with an empty cache, waits for its first thumbnails, and scrolls. */
export async function measureInBrowser(
  stack: PublishingStack,
  session: DashboardSession,
  { owner, repetitions }: { owner: string; repetitions: number },
): Promise<InBrowser[]> {
  if (stack.chromium === null) throw new AppError("misconfigured", "There is no Chromium.");
  const browser = await chromium.launch({
    executablePath: stack.chromium,
    chromiumSandbox: process.getuid?.() !== 0,
  });
  try {
    await keepPictures(stack, owner, await drawPicture(browser));
    const found: InBrowser[] = [];
    while (found.length < repetitions) found.push(await visit(browser, stack, session));
    return found;
  } finally {
    await browser.close();
  }
}

async function visit(
  browser: Browser,
  { dashboardUrl }: PublishingStack,
  { email, password }: DashboardSession,
): Promise<InBrowser> {
  const context = await browser.newContext({ viewport });
  try {
    const signedIn = await context.request.post(`${dashboardUrl}/api/directus/auth/login`, {
      data: { email, password, mode: "session" },
      headers: { origin: dashboardUrl },
    });
    if (!signedIn.ok()) throw new AppError("unauthenticated", await signedIn.text());
    const page = await context.newPage();
    const scripts = watchScripts(page);
    await page.goto(`${dashboardUrl}/app/media`, { waitUntil: "commit" });
    const firstThumbnailsMs = await untilThumbnails(page);
    await page.waitForLoadState("networkidle");
    const scriptKb = (await scripts()) / 1000;
    return { firstThumbnailsMs, frameMs: await scrollDown(page), scriptKb };
  } finally {
    await context.close();
  }
}

/** Since the navigation began. */
async function untilThumbnails(page: Page): Promise<number> {
  const shown = await page.waitForFunction((wanted) => {
    const images = Array.from(document.querySelectorAll('img[src*="/renditions/"]'));
    const drawn = images.filter(({ complete, naturalWidth }) => complete && naturalWidth > 0);
    return drawn.length >= wanted && performance.now();
  }, firstThumbnails);
  return Number(await shown.jsonValue());
}

/** How long each frame took while the wheel was turned. */
async function scrollDown(page: Page): Promise<number[]> {
  const frames = page.evaluate(
    (lastsMs) =>
      new Promise<number[]>((resolve) => {
        const times: number[] = [];
        const note = (at: number) => {
          times.push(at);
          if (at - (times[0] ?? at) < lastsMs) requestAnimationFrame(note);
          else resolve(times);
        };
        requestAnimationFrame(note);
      }),
    scroll.steps * scroll.pauseMs,
  );
  await page.mouse.move(viewport.width / 2, viewport.height / 2);
  for (let step = 0; step < scroll.steps; step += 1) {
    await page.mouse.wheel(0, scroll.px);
    await page.waitForTimeout(scroll.pauseMs);
  }
  const times = await frames;
  return times.slice(1).map((at, index) => at - (times[index] ?? at));
}

/** Bytes of every script that comes, once each, compressed. */
function watchScripts(page: Page): () => Promise<number> {
  const sizes = new Map<string, Promise<number>>();
  page.on("response", (response) => {
    if (response.request().resourceType() !== "script") return;
    sizes.set(
      response.url(),
      response.body().then((body) => gzipSync(body).length),
    );
  });
  return async () => (await Promise.all(sizes.values())).reduce((sum, size) => sum + size, 0);
}

/** A picture of shapes as the worker would make it, 360 pixels long. */
async function drawPicture(browser: Browser): Promise<Buffer> {
  const page = await browser.newPage();
  const url = await page.evaluate(() => {
    const canvas = document.createElement("canvas");
    [canvas.width, canvas.height] = [360, 270];
    const context = canvas.getContext("2d");
    for (let n = 0; n < 400; n += 1) {
      context.fillStyle = `hsl(${(n * 47) % 360} 60% ${30 + (n % 40)}%)`;
      context.fillRect((n * 73) % 360, (n * 31) % 270, 60 + (n % 50), 40 + (n % 70));
    }
    return canvas.toDataURL("image/webp", 0.8);
  });
  await page.close();
  return Buffer.from(url.slice(url.indexOf(",") + 1), "base64");
}

/** Puts it beside each of the newest files, as the worker does. */
async function keepPictures(
  { database, directus }: PublishingStack,
  owner: string,
  picture: Buffer,
): Promise<void> {
  const { rows } = await database.query<{ file: string }>(
    `select m.file_id as file from library_entries e join scraped_media m on m.id = e.id
      where e.user_id = $1 and not e.trashed order by e.at desc, e.id desc limit $2`,
    [owner, pictures],
  );
  for (const { file } of rows) {
    const answer = await fetch(`${directus.url}/renditions/${file}/small`, {
      method: "PUT",
      headers: { authorization: `Bearer ${directus.workerToken}`, "content-type": "image/webp" },
      body: new Uint8Array(picture),
    });
    if (!answer.ok) throw new AppError("internal", await answer.text());
  }
}
