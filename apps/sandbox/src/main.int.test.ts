import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { text } from "node:stream/consumers";
import { afterAll, afterEach, beforeAll, expect, it } from "vitest";
import { createBrowser } from "./testing/create-browser.ts";
import { type AdminBody, adminToken } from "./testing/start-test-sandbox.ts";

const main = new URL("./main.ts", import.meta.url).pathname;
let dataDir: string;
const started = new Set<ChildProcess>();

beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), "sandbox-main-"));
});
afterEach(async () => {
  for (const child of started) await end(child, "SIGKILL");
});
afterAll(() => rm(dataDir, { recursive: true, force: true }));

function run(port = 0) {
  const child = spawn(process.execPath, [main], {
    env: {
      // oxlint-disable-next-line node/no-process-env -- the program finds ffmpeg as the tests do
      ...process.env,
      SANDBOX_DATA_DIR: dataDir,
      SANDBOX_ADMIN_TOKEN: adminToken,
      SANDBOX_PORT: String(port),
      LOG_LEVEL: "info",
    },
    stdio: ["ignore", "pipe", "pipe"],
  });
  started.add(child);
  return child;
}

async function end(child: ChildProcess, signal: NodeJS.Signals) {
  started.delete(child);
  if (child.exitCode !== null || child.signalCode !== null) return [child.exitCode];
  child.kill(signal);
  return once(child, "exit");
}

/** Starts the program and waits for the line that says where it listens. */
async function start() {
  const child = run();
  for await (const line of createInterface(child.stdout)) {
    const { msg, adminUrl } = JSON.parse(line);
    if (msg === "sandbox listening") return { child, adminUrl, url: new URL(adminUrl).origin };
  }
  throw new Error("The sandbox ended before it listened.");
}

async function admin(adminUrl: string, path: string): Promise<AdminBody> {
  const headers = { Authorization: `Bearer ${adminToken}` };
  return (await (await fetch(adminUrl + path, { headers })).json()) as AdminBody;
}

it("the program says where it listens, has videos, and ends on SIGTERM with 0", async () => {
  const { child, adminUrl, url } = await start();
  expect(await (await fetch(`${url}/healthz`)).json()).toEqual({ status: "ok" });
  const { posts } = await admin(adminUrl, "/posts?username=demo");
  const kinds = posts.flatMap(({ media }) => media.map(({ kind }) => kind));
  expect(new Set(kinds)).toEqual(new Set(["image", "video"]));
  expect(await end(child, "SIGTERM")).toEqual([0, null]);
});

it("a post that was told as committed survives kill -9 at that moment", async () => {
  const { child, adminUrl, url } = await start();
  const owner = createBrowser(url);
  await owner.logIn();
  const told = admin(adminUrl, "/events/next?type=committed");
  const answer = owner.submit("/compose", { caption: "Survivor" }).catch(() => null);
  const { event } = await told;
  await end(child, "SIGKILL");
  await answer;

  const again = await start();
  const { posts } = await admin(again.adminUrl, "/posts?origin=compose");
  expect(posts).toMatchObject([
    { id: event?.["id"], caption: "Survivor", published_at: event?.at },
  ]);
});

it("a port that is taken ends the program with one sentence", async () => {
  const first = await start();
  const { port } = new URL(first.url);
  const second = run(Number(port));
  const [sentence] = await Promise.all([text(second.stderr), once(second, "exit")]);
  expect(sentence).toBe(
    `Port ${port} on 127.0.0.1 is taken by another program. Set SANDBOX_PORT to a free one.\n`,
  );
  expect(second.exitCode).toBe(1);
});
