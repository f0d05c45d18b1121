import { createBrowserClient } from "@genie/browser-client";
import { randomUUID } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { openLive } from "./testing/open-live.ts";
import { chromiumOf } from "./testing/processes-below.ts";
import { endAllPrograms, endProgram, startProgram } from "./testing/run-program.ts";
import { page, startSite, type TestSite } from "./testing/start-site.ts";
import { token, viewerToken } from "./testing/start-test-service.ts";

const signal = new AbortController().signal;
/** In everything that is nobody's business: values, words of people and pages, paths. */
const canary = "canary0f7e3";
let folder: string;
let site: TestSite;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "browser-logs-"));
  site = await startSite({
    [`/${canary}`]: page(
      `Title ${canary}`,
      `<h1>${canary}</h1><form method="post" action="/${canary}">
         <label>Password <input type="password" autofocus></label><label>Off <input disabled></label>
         <button onclick="alert('${canary}'); console.error('${canary}'); throw new Error('${canary}')">Go</button>
       </form>`,
    ),
    [`/${canary}/hang`]: () => {},
    [`/${canary}/cut`]: (request) => request.socket.destroy(),
  });
});
afterAll(async () => {
  await endAllPrograms();
  await site[Symbol.asyncDispose]();
  await rm(folder, { recursive: true, force: true });
});

it("no cookie, password, word, path or token is in what the service writes, at any level", async () => {
  const { pid, child, url, lines, errors } = await startProgram(folder, { LOG_LEVEL: "debug" });
  const client = createBrowserClient({ url, token });
  const home = `${site.url}/${canary}?${canary}`;
  const refused: unknown[] = [];
  const fail = async (work: Promise<unknown>) => {
    await work.then(
      () => expect.fail("This was to fail."),
      (error: unknown) => refused.push(error),
    );
  };
  const open = () =>
    client.startSession({ allowed_hosts: [site.host], account: randomUUID() }, signal);
  const cookie = {
    name: "session",
    value: canary,
    domain: new URL(site.url).hostname,
    path: "/",
    expires: -1,
    httpOnly: true,
    secure: false,
    sameSite: "Lax",
  } as const;

  const driver = await open();
  await driver.cookieLogin([cookie], home);
  await fail(driver.cookieLogin([{ ...cookie, domain: `${canary}=;`, path: canary }], home));
  await fail(driver.cookieLogin([{ ...cookie, name: `${canary}=\n;` }], home));
  const place = { row_id: randomUUID(), owner_id: randomUUID() };
  const sealed = await client.startSealedSession({ allowed_hosts: [site.host] }, signal);
  await fail(sealed.sealedCookieLogin({ ...place, sealed: `1.${canary}`, url: home }));
  await sealed.close();
  await driver.act({ action: "fill", target: { label: "Password" }, value: canary, secret: true });
  const off = { target: { label: "Off" }, timeout_ms: 300 };
  await fail(driver.act({ ...off, action: "fill", value: canary }));
  await fail(driver.act({ ...off, action: "upload", files: [canary] }));
  await driver.act({ action: "click", target: { role: "button", name: "Go" } });
  await fail(driver.navigate(`${site.url}/${canary}/cut`));
  await fail(driver.navigate(`https://${site.host}/${canary}`));
  await fail(driver.navigate(`http://elsewhere.localhost:${site.port}/${canary}`));
  await fail(driver.download(`${site.url}/${canary}/cut`, { maxBytes: 10 }));
  await fail(
    createBrowserClient({ url, token: canary }).startSession(
      { allowed_hosts: ["a.example"] },
      signal,
    ),
  );
  await fail(createBrowserClient({ url, token }).startSession({ allowed_hosts: ["*"] }, signal));
  const headers = { authorization: `Bearer ${token}`, "content-type": "application/json" };
  for (const body of [`{"${canary}`, JSON.stringify({ allowed_hosts: canary, [canary]: canary })]) {
    const answer = await fetch(`${url}/sessions`, { method: "POST", headers, body });
    expect(answer.status).toBe(400);
  }

  await driver.navigate(home);
  const viewer = await openLive(url, driver.id, { token: viewerToken });
  for (const letter of canary) viewer.press(letter, { text: letter });
  viewer.say({ type: "text", text: canary });
  viewer.press("Enter");
  await expect.poll(() => site.requests).toContain(`POST /${canary}`);
  viewer.say({ type: "text", text: canary, [canary]: canary });
  await viewer.closed;

  const hanging = driver.navigate(`${site.url}/${canary}/hang`);
  await expect.poll(() => site.requests).toContain(`GET /${canary}/hang`);
  process.kill(await chromiumOf(pid), "SIGKILL");
  await fail(hanging);
  await endProgram(child, "SIGTERM");

  const written = lines.join("\n") + errors();
  expect(lines.length).toBeGreaterThan(20);
  for (const secret of [canary, token, viewerToken]) expect(written).not.toContain(secret);
  // Callers keep these sentences, in rows that people read.
  expect(refused.map(String).filter((sentence) => sentence.includes(canary))).toEqual([]);
});
