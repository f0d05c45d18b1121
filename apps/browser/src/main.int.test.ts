import { createBrowserClient } from "@genie/browser-client";
import { randomUUID } from "node:crypto";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { afterAll, afterEach, beforeAll, expect, it } from "vitest";
import { processesBelow } from "./testing/processes-below.ts";
import { page, startSite } from "./testing/start-site.ts";
import { endAllPrograms, endProgram, runProgram, startProgram } from "./testing/run-program.ts";
import { token } from "./testing/start-test-service.ts";

const signal = new AbortController().signal;
let folder: string;
let dataDir: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "browser-main-"));
  dataDir = join(folder, "data");
});
afterEach(endAllPrograms);
afterAll(() => rm(folder, { recursive: true, force: true }));

/** A session in mid-upload: Chromium runs, a file waits, a form is half filled in. */
async function work(url: string, host: string, account: string) {
  const driver = await createBrowserClient({ url, token }).startSession(
    { allowed_hosts: [host], account },
    signal,
  );
  await driver.navigate(`http://${host}/`);
  await driver.putFile({ name: "a.png", mime: "image/png", bytes: oneByte });
  await driver.act({ action: "fill", target: { label: "Password" }, value: "typed-secret" });
}

const expectGone = (pids: number[]) =>
  expect.poll(() => pids.filter((pid) => existsSync(`/proc/${pid}`))).toEqual([]);

const profiles = async () => readdir(join(dataDir, "profiles"));

/** The model itself is not needed: with one configured Chromium has a debugger's port. */
const kinds = [
  ["without a model", {}],
  ["with one", { LLM_BASE_URL: "http://127.0.0.1:9/v1", LLM_MODEL: "none" }],
] as const;

it.each(kinds)(
  "SIGTERM leaves no process, no file and no secret in the output: %s",
  async (_kind, given) => {
    await using site = await startSite({
      "/": page("Home", "<form><label>Password <input type=password></label></form>"),
    });
    const { pid, child, url, errors } = await startProgram(folder, given);
    const account = randomUUID();
    await work(url, site.host, account);
    const below = await processesBelow(pid);
    expect(below.length).toBeGreaterThan(2);
    expect(await endProgram(child, "SIGTERM")).toEqual([0, null]);
    await expectGone(below);
    expect(await readdir(dataDir)).toEqual(["profiles"]);
    expect(await profiles()).toContain(account);
    expect(await readdir(join(dataDir, "profiles", account))).toEqual(["Default"]);
    expect(errors()).toBe("");
  },
);

it.each(kinds)(
  "after kill -9 Chromium goes too, and the next start removes the rest: %s",
  async (_kind, given) => {
    await using site = await startSite({
      "/": page("Home", "<form><label>Password <input type=password></label></form>"),
    });
    const { pid, child, url } = await startProgram(folder, given);
    const account = randomUUID();
    await work(url, site.host, account);
    const below = await processesBelow(pid);
    await endProgram(child, "SIGKILL");
    await expectGone(below);
    expect(await readdir(join(dataDir, "files"))).toHaveLength(1);
    expect(await profiles()).toContain(account);

    const again = await startProgram(folder);
    expect(await readdir(join(dataDir, "files"))).toEqual([]);
    expect(await readdir(join(dataDir, "chromium"))).toEqual([]);
    expect(await profiles()).not.toContain(account);
    await endProgram(again.child, "SIGTERM");
  },
);

it("settings that are missing end the program with one sentence", async () => {
  const child = runProgram(folder, { BROWSER_TOKEN: "short", CHROMIUM_PATH: "" });
  const [sentence] = await Promise.all([text(child.stderr), once(child, "exit")]);
  expect(sentence).toMatch(/^The browser service can't start with these settings\. .+\.\n$/);
  expect(sentence).toContain("BROWSER_TOKEN: must have at least 32 characters");
  expect(child.exitCode).toBe(1);
});

async function* oneByte() {
  yield Buffer.from("x");
}
