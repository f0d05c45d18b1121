import { connect } from "node:net";
import { once } from "node:events";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { spellings } from "@genie/guarded-fetch/spellings";
import { partOf } from "@genie/testing";
import { startCanary } from "../testing/start-canary.ts";
import { page, startSite, type TestSite } from "../testing/start-site.ts";
import { startTestService } from "../testing/start-test-service.ts";

type Driver = Awaited<ReturnType<typeof open>>;

const signal = new AbortController().signal;
const statuses = [301, 302, 303, 307, 308];
let service: Awaited<ReturnType<typeof startTestService>>;
let site: TestSite;
let canary: Awaited<ReturnType<typeof startCanary>>;
/** All that there are for what a page does by itself, and the part that is gone to one by one. */
let urls: readonly string[];
let oneByOne: readonly string[];
let driver: Driver;

const open = () => service.client.startSession({ allowed_hosts: [site.host] }, signal);
const refused = expect.objectContaining({
  code: expect.stringMatching(/^(forbidden|invalid_input|not_found|upstream_unavailable)$/),
});
/** Some spellings are paths of the site itself; others Chromium opens nothing for. */
const stays = async (going: Promise<{ url: string }>) => {
  const outcome = await going.catch((error: unknown) => {
    expect(error).toEqual(refused);
    return null;
  });
  if (outcome) expect([site.url, "null"]).toContain(new URL(outcome.url).origin);
};
const wasRefused = (host: string) => service.lines.some((line) => line.includes(host));
const titleOf = (url: string) =>
  driver.navigate(url).then(
    ({ title }) => title,
    () => "",
  );
const through = (path: string, url: string, status = 302) =>
  `${site.url}/${path}?${new URLSearchParams({ to: url, status: String(status) }).toString()}`;
const asHtml = (text: string) => text.replaceAll("&", "&amp;").replaceAll('"', "&quot;");

beforeAll(async () => {
  canary = await startCanary();
  service = await startTestService();
  const asked = (address = "") => new URL(address, site.url).searchParams;
  const to = (address = "") => asked(address).get("to") ?? "";
  site = await startSite({
    "/": page("Home", ""),
    "/redirect": ({ url }, response) => {
      const status = Number(asked(url).get("status"));
      response.writeHead(status, { Location: Buffer.from(to(url)).toString("latin1") });
      response.end();
    },
    "/refresh": ({ url }, response) => {
      response.writeHead(200, { "Content-Type": "text/html" });
      response.end(
        page("Refresh", `<meta http-equiv="refresh" content="0;url=${asHtml(to(url))}">`),
      );
    },
    "/refreshes": (_request, response) => {
      const last = through("refresh", `http://last.localhost:${canary.port}/`);
      const frames = urls.map(
        (url) => `<iframe src="${asHtml(through("refresh", url))}"></iframe>`,
      );
      const script = `onload = () => document.body.append(Object.assign(document.createElement("iframe"), { src: "${last}" }))`;
      response.writeHead(200, { "Content-Type": "text/html" });
      response.end(page("Refreshes", `${frames.join("")}<script>${script}</script>`));
    },
    "/links": ({ url }, response) => {
      response.writeHead(200, { "Content-Type": "text/html" });
      response.end(page("Links", `<a href="${asHtml(to(url))}">Go</a>`));
    },
    "/loads": (_request, response) => {
      response.writeHead(200, { "Content-Type": "text/html" });
      response.end(loading(urls));
    },
  });
  urls = spellings(site.url, canary.port);
  oneByOne = partOf(urls, 5);
});
beforeEach(async () => {
  driver = await open();
});
afterEach(async () => {
  await driver.close();
});
afterAll(async () => {
  await service.close();
  await site[Symbol.asyncDispose]();
  await canary[Symbol.asyncDispose]();
});

describe("no spelling of an address inside leads there", () => {
  it("when it is opened or downloaded", async () => {
    expect(urls.length).toBeGreaterThan(60);
    for (const url of oneByOne) {
      await expect(driver.navigate(url)).rejects.toEqual(refused);
      await expect(driver.download(url, { maxBytes: 9 })).rejects.toEqual(refused);
    }
    expect(canary.hits()).toBe(0);
  });

  it("when an allowed host redirects to it, by any status", async () => {
    const [first = "", ...rest] = oneByOne;
    const redirects = [
      ...statuses.map((status) => through("redirect", first, status)),
      ...statuses.map((status) =>
        through("redirect", `http://${new URL(site.url).hostname}:${canary.port}/`, status),
      ),
      ...rest.map((url, index) => through("redirect", url, statuses[index % statuses.length])),
    ];
    for (const url of redirects) {
      await stays(driver.navigate(url));
      await expect(driver.download(url, { maxBytes: 9 })).rejects.toEqual(refused);
    }
    expect(canary.hits()).toBe(0);
  });

  it("when a link to it is clicked", async () => {
    for (const url of oneByOne) {
      // The error page of the click before may still come in between.
      await expect.poll(() => titleOf(through("links", url))).toBe("Links");
      const click = { action: "click", target: { css: "a" }, timeout_ms: 800 } as const;
      await stays(driver.act({ ...click, navigates: true }));
    }
    expect(canary.hits()).toBe(0);
  });

  it("when pages refresh to it", async () => {
    await driver.navigate(`${site.url}/refreshes`);
    await expect.poll(() => wasRefused("last.localhost")).toBe(true);
    expect(wasRefused("[64:ff9b::7f00:1]")).toBe(true);
    expect(canary.hits()).toBe(0);
  });

  it("when a page loads, fetches, or connects to it", async () => {
    await driver.navigate(`${site.url}/loads`);
    await expect.poll(async () => (await driver.state()).title).toBe(`${urls.length * 2} tried`);
    expect(canary.hits()).toBe(0);
  });
});

it("a name that is rebound to this machine leads nowhere", async () => {
  const inside = [
    "127.0.0.1",
    "::1",
    "0.0.0.0",
    "::ffff:127.0.0.1",
    "64:ff9b::7f00:1",
    "2002:7f00:1::",
  ];
  const asked: string[] = [];
  await using own = await startTestService({
    resolver: (hostname, _options, answer) => {
      asked.push(hostname);
      answer(
        null,
        inside.map((address) => ({ address, family: address.includes(":") ? 6 : 4 })),
      );
    },
  });
  const host = `rebound.example:${canary.port}`;
  const secure = `secure.example:${canary.port}`;
  const rebound = await own.client.startSession(
    { allowed_hosts: [host, secure, site.host] },
    signal,
  );
  for (const url of [
    `http://${host}/`,
    `https://${secure}/`,
    through("redirect", `http://${host}/`),
  ]) {
    await expect(rebound.navigate(url)).rejects.toEqual(refused);
    await expect(rebound.download(url, { maxBytes: 9 })).rejects.toEqual(refused);
  }
  expect(new Set(asked)).toEqual(new Set(["rebound.example", "secure.example"]));
  expect(canary.hits()).toBe(0);
  await rebound.close();
});

it("who gets out is counted", async () => {
  for (const host of ["127.0.0.1", "::1"]) {
    const before = canary.hits();
    await once(connect(canary.port, host), "close");
    expect(canary.hits()).toBe(before + 1);
  }
});

/** Tries each address in every way that a page has, and says in its title when all have come to an end. */
function loading(addresses: readonly string[]): string {
  const elements = addresses.map(asHtml).map(
    (url) =>
      `<img src="${url}"><script src="${url}"></script><iframe src="${url}"></iframe>
       <link rel="stylesheet" href="${url}"><link rel="preconnect" href="${url}"><video src="${url}"></video>
       <object data="${url}"></object><embed src="${url}">`,
  );
  return page(
    "Loads",
    `${elements.join("")}<script>
       const connectTo = (url) => new Promise((resolve) => {
         const socket = new WebSocket(url.replace(/^http/, "ws"));
         socket.onopen = socket.onclose = socket.onerror = resolve;
       });
       const tries = ${JSON.stringify(addresses).replaceAll("<", "\\u003c")}.flatMap((url) => {
         try { navigator.sendBeacon(url, "x"); } catch {}
         try { new EventSource(url).onerror = (event) => event.target.close(); } catch {}
         return [
           fetch(url, { mode: "no-cors", method: "POST", body: "x" }),
           Promise.resolve(url).then(connectTo),
         ];
       });
       const turn = new RTCPeerConnection({ iceServers: [
         { urls: "turn:127.0.0.1:${canary.port}?transport=tcp", username: "x", credential: "x" },
         { urls: "stun:127.0.0.1:${canary.port}" },
       ] });
       turn.createDataChannel("x");
       turn.createOffer().then((offer) => turn.setLocalDescription(offer));
       Promise.allSettled(tries).then((all) => { document.title = all.length + " tried"; });
     </script>`,
  );
}
