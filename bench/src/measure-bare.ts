import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { AppError } from "@genie/errors";
import { z } from "zod";
import type { BrowserSandbox } from "./browser-sandbox.ts";
import type { Sample } from "./browser.ts";
import { treeMemory } from "./child-service.ts";
import { summarize } from "./measure.ts";

const Read = z.object({ msg: z.literal("read"), posts: z.int(), ms: z.number() });

/** The same page in a program with Playwright and nothing else. */
export async function measureBare(
  { browserEnv, plain, url }: BrowserSandbox,
  pagesEach: number,
): Promise<Sample> {
  const order = {
    executablePath: browserEnv.CHROMIUM_PATH,
    url: `${url}/@${plain.username}`,
    cookies: plain.cookies.map(({ name, value, domain, path }) => ({ name, value, domain, path })),
  };
  const startedAt = performance.now();
  const program = join(import.meta.dirname, "bare-playwright.ts");
  const child = spawn(process.execPath, [program, JSON.stringify(order)], {
    stdio: ["pipe", "pipe", "inherit"],
  });
  const lines = createInterface(child.stdout)[Symbol.asyncIterator]();
  const next = async (): Promise<unknown> => {
    const { value, done } = await lines.next();
    if (done) throw new AppError("upstream_unavailable", "Bare Playwright ended too early.");
    return JSON.parse(value);
  };
  const read = async () => {
    child.stdin.write("read\n");
    return Read.parse(await next());
  };
  await next();
  const launchMs = performance.now() - startedAt;
  const first = await read();
  const times: number[] = [];
  for (let n = 0; n < pagesEach; n += 1) times.push((await read()).ms);
  const memory = await treeMemory(child.pid ?? 0);
  const ended = once(child, "exit");
  child.stdin.end();
  await ended;
  return {
    launchMs,
    firstPageMs: first.ms,
    pageMs: summarize(times).median,
    posts: first.posts,
    ...memory,
  };
}
