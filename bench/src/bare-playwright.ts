import { chromium } from "playwright-core";
import { z } from "zod";

/** What is used of the page's document; Node itself has none. */
declare const document: { querySelectorAll: (css: string) => ArrayLike<{ textContent: string }> };

const Order = z.object({
  executablePath: z.string(),
  url: z.url(),
  cookies: z.array(
    z.object({ name: z.string(), value: z.string(), domain: z.string(), path: z.string() }),
  ),
});

/**
 * A program: a browser without anything of ours. Opens a page with cookies, reads its posts again for
 * each line on its input, and says on its output how long each took.
 */
const order = Order.parse(JSON.parse(process.argv[2] ?? ""));
const browser = await chromium.launch({
  executablePath: order.executablePath,
  headless: true,
  chromiumSandbox: process.getuid?.() !== 0,
});
const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
await context.addCookies(order.cookies);
const page = await context.newPage();
await page.goto(order.url, { waitUntil: "domcontentloaded" });
say({ msg: "ready" });
for await (const wanted of process.stdin) {
  if (!String(wanted).includes("read")) continue;
  const startedAt = performance.now();
  await page.goto(order.url, { waitUntil: "domcontentloaded" });
  const posts = await page.evaluate(
    () => Array.from(document.querySelectorAll("article"), (post) => post.textContent).length,
  );
  say({ msg: "read", posts, ms: performance.now() - startedAt });
}
await browser.close();

function say(line: object): void {
  process.stdout.write(`${JSON.stringify(line)}\n`);
}
