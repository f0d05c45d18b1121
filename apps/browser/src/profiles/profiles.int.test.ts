import { randomUUID } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { chromiumOf } from "../testing/processes-below.ts";
import { page, startSite, type TestSite } from "../testing/start-site.ts";
import { startTestService } from "../testing/start-test-service.ts";

const signal = new AbortController().signal;
const secret = "cookie-canary-0123456789";
/** Of a browser that has never been there. */
const unknown = `,,session=${secret}`;
let service: Awaited<ReturnType<typeof startTestService>>;
let site: TestSite;

/** Says in its title what the browser had kept: in local storage, in a database, as a cookie. */
const remembering = page(
  "…",
  `<script src="/library.js"></script><script>
     const opened = indexedDB.open("known", 1);
     opened.onupgradeneeded = () => opened.result.createObjectStore("devices");
     opened.onsuccess = () => {
       const devices = opened.result.transaction("devices", "readwrite").objectStore("devices");
       const known = devices.get("id");
       known.onsuccess = () => {
         const device = localStorage.getItem("device");
         document.title = [device, known.result, document.cookie || "none"].join();
         localStorage.setItem("device", "known");
         devices.put("stored", "id");
       };
     };
   </script>`,
);

beforeEach(async () => {
  site = await startSite({
    "/": remembering,
    "/library.js": (_request, response) => {
      response.writeHead(200, {
        "Content-Type": "text/javascript",
        "Cache-Control": "max-age=86400, immutable",
        "Set-Cookie": `session=${secret}; max-age=86400`,
      });
      response.end(`/* ${"x".repeat(2000)} */`);
    },
    "/hang": () => {},
  });
  service = await startTestService();
});
afterEach(async () => {
  await service.close();
  await site[Symbol.asyncDispose]();
});

const open = (account: string, on = service) =>
  on.client.startSession({ allowed_hosts: [site.host], account }, signal);

async function visit(account: string, on = service) {
  const driver = await open(account, on);
  await driver.navigate(site.url);
  const title = async () => (await driver.state()).title;
  await expect.poll(title).not.toBe("…");
  return { driver, title: await title() };
}

it("an account's browser is known again, after a restart too, and brings no cookie", async () => {
  const account = randomUUID();
  const first = await visit(account);
  expect(first.title).toBe(unknown);
  await first.driver.close();
  const kept = join(service.dataDir, "profiles", account);
  const files = await readdir(kept, { recursive: true, withFileTypes: true });
  const contents = await Promise.all(
    files.filter((file) => file.isFile()).map((file) => readFile(join(file.parentPath, file.name))),
  );
  expect(contents.length).toBeGreaterThan(3);
  expect(contents.some((bytes) => bytes.includes(secret))).toBe(false);
  expect(files.filter(({ name }) => /cookie/i.test(name))).toEqual([]);

  await service.close();
  const { dataDir } = service;
  service = await startTestService({ dataDir });
  const second = await visit(account);
  expect(second.title).toBe("known,stored,none");
  expect(site.requests.filter((request) => request === "GET /library.js")).toHaveLength(1);
  const other = await visit(randomUUID());
  expect(other.title).toBe(unknown);
  await Promise.all([second.driver.close(), other.driver.close()]);
});

it("a second session of an account knows nothing, and spoils nothing", async () => {
  const account = randomUUID();
  const first = await visit(account);
  const second = await visit(account);
  expect(second.title).toBe(unknown);
  await Promise.all([first.driver.close(), second.driver.close()]);
  const third = await visit(account);
  expect(third.title).toBe("known,stored,none");
  await third.driver.close();
});

it("nothing is kept of a Chromium that was killed", async () => {
  const account = randomUUID();
  const { driver } = await visit(account);
  const hanging = driver.navigate(`${site.url}/hang`).catch((error: unknown) => error);
  process.kill(await chromiumOf(process.pid), "SIGKILL");
  expect(await hanging).toMatchObject({ message: expect.stringContaining("crashed") });
  await expect.poll(() => readdir(join(service.dataDir, "profiles"))).toEqual([]);
});

it("an account's profile can be removed, with its session; readers can't even list them", async () => {
  const account = randomUUID();
  const { driver } = await visit(account);
  expect(await service.client.listProfiles()).toEqual([account]);
  for (const call of [service.reader.listProfiles(), service.reader.removeProfile(account)]) {
    await expect(call).rejects.toMatchObject({ code: "forbidden" });
  }
  await expect(service.client.removeProfile("../files")).rejects.toMatchObject({
    code: "invalid_input",
  });
  await service.client.removeProfile(account);
  await expect(driver.state()).rejects.toMatchObject({
    message: expect.stringContaining("kept of this account was removed"),
  });
  expect(await service.client.listProfiles()).toEqual([]);
  expect(await readdir(join(service.dataDir, "profiles"))).toEqual([]);
  await service.client.removeProfile(randomUUID());
});
