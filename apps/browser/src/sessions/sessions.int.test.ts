import { createBrowserClient } from "@genie/browser-client";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, it } from "vitest";
import { page, startSite } from "../testing/start-site.ts";
import { chromiumOf } from "../testing/processes-below.ts";
import { startTestService, token } from "../testing/start-test-service.ts";

const signal = new AbortController().signal;
const home = { "/": page("Home", `<form><label>A <input></label></form>`), "/hang": () => {} };

it("needs its token for everything but its health", async () => {
  await using service = await startTestService();
  expect(await (await fetch(`${service.url}/health`)).json()).toEqual({ status: "ok" });
  for (const authorization of ["", "Bearer x", `Basic ${token}`, `Bearer ${token}x`]) {
    for (const path of ["/sessions", "/sessions/x/observe", "/nothing"]) {
      const headers = { authorization };
      expect((await fetch(service.url + path, { headers })).status).toBe(401);
    }
  }
  const stranger = createBrowserClient({ url: service.url, token: "another-token" });
  await expect(
    stranger.startSession({ allowed_hosts: ["a.example"] }, signal),
  ).rejects.toMatchObject({ code: "misconfigured" });
});

it("has a limit of sessions and says when to come back", async () => {
  await using site = await startSite(home);
  await using service = await startTestService({ maxSessions: 2 });
  const open = () => service.client.startSession({ allowed_hosts: [site.host] }, signal);
  const [one] = await Promise.all([open(), open()]);
  await expect(open()).rejects.toMatchObject({
    code: "rate_limited",
    retry: { afterMs: 5000 },
    message: expect.stringContaining("All 2 browser sessions are in use"),
  });
  await one?.close();
  await (await open()).close();
});

it("closes a session that nobody uses, with its files", async () => {
  await using site = await startSite(home);
  await using service = await startTestService({ idleMs: 5_000 });
  const driver = await service.client.startSession({ allowed_hosts: [site.host] }, signal);
  await driver.putFile({ name: "a.png", mime: "image/png", bytes: () => oneChunk("x") });
  const folder = join(service.dataDir, "files");
  expect(await readdir(folder)).toHaveLength(1);
  await expect.poll(() => readdir(folder)).toEqual([]);
  await expect(driver.observe()).rejects.toMatchObject({
    code: "upstream_unavailable",
    message: expect.stringContaining("without use"),
  });
  await driver.close();
});

it("a caller who goes away in mid-step ends the session", async () => {
  await using site = await startSite(home);
  await using service = await startTestService({ maxSessions: 1 });
  const stopping = new AbortController();
  const open = (by: AbortSignal) => service.client.startSession({ allowed_hosts: [site.host] }, by);
  const driver = await open(stopping.signal);
  const step = driver.navigate(`${site.url}/hang`);
  await expect.poll(() => site.requests).toContain("GET /hang");
  stopping.abort();
  await expect(step).rejects.toMatchObject({
    code: "upstream_unavailable",
    message: "This was stopped before it was finished.",
  });
  const again = () =>
    open(signal).then(
      () => "opened",
      () => "full",
    );
  await expect.poll(again).toBe("opened");
});

it("a caller who goes away between two steps ends the session, and nobody else's", async () => {
  await using site = await startSite(home);
  await using service = await startTestService({ maxSessions: 2 });
  const stopping = new AbortController();
  const open = (by: AbortSignal) => service.client.startSession({ allowed_hosts: [site.host] }, by);
  const mine = await open(signal);
  const theirs = await open(stopping.signal);
  await theirs.navigate(site.url);
  await expect(open(signal)).rejects.toMatchObject({ code: "rate_limited" });
  stopping.abort();
  const again = () =>
    open(signal).then(
      () => "opened",
      () => "full",
    );
  await expect.poll(again).toBe("opened");
  expect(await mine.navigate(site.url)).toMatchObject({ title: "Home" });
});

it("when Chromium is killed its sessions end with a sentence, and the next one works", async () => {
  await using site = await startSite(home);
  await using service = await startTestService();
  const open = () => service.client.startSession({ allowed_hosts: [site.host] }, signal);
  const driver = await open();
  const under = driver.navigate(`${site.url}/hang`);
  await expect.poll(() => site.requests).toContain("GET /hang");
  process.kill(await chromiumOf(process.pid), "SIGKILL");
  const crashed = { code: "upstream_unavailable", message: expect.stringContaining("crashed") };
  await expect(under).rejects.toMatchObject(crashed);
  await expect(driver.observe()).rejects.toMatchObject(crashed);
  const next = await open();
  expect(await next.navigate(site.url)).toMatchObject({ title: "Home" });
});

it("Chromium makes no calls of its own, and keeps Playwright's switched-off features off", async () => {
  await using site = await startSite(home);
  await using service = await startTestService();
  const driver = await service.client.startSession({ allowed_hosts: [site.host] }, signal);
  await driver.navigate(site.url);
  await driver.act({ action: "fill", target: { label: "A" }, value: "x" });
  const browser = await chromiumOf(process.pid);
  const commandLine = (await readFile(`/proc/${browser}/cmdline`, "utf8")).split("\0");
  const lists = commandLine
    .filter((part) => part.startsWith("--disable-features="))
    .map((part) => part.slice("--disable-features=".length).split(","));
  const [theirs = [], ours = []] = [lists.at(0), lists.at(-1)];
  expect(lists.length).toBeGreaterThanOrEqual(2);
  expect(ours).toEqual(expect.arrayContaining(theirs));
  const environment = await readFile(`/proc/${browser}/environ`, "utf8");
  expect(environment).not.toContain(token);
  expect(service.lines.filter((line) => line.includes("own was refused"))).toEqual([]);
  expect(service.lines.filter((line) => line.includes("host refused"))).toEqual([]);
});

it("a Chromium that does not start is said so", async () => {
  await using service = await startTestService({ executablePath: "/bin/false" });
  await expect(
    service.client.startSession({ allowed_hosts: ["a.example"] }, signal),
  ).rejects.toMatchObject({
    code: "misconfigured",
    message: expect.stringContaining("CHROMIUM_PATH"),
  });
});

async function* oneChunk(text: string) {
  yield Buffer.from(text);
}
