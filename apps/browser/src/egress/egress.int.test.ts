import { afterAll, beforeAll, expect, it } from "vitest";
import { page, redirectTo, startSite, type TestSite } from "../testing/start-site.ts";
import { startTestService } from "../testing/start-test-service.ts";

let service: Awaited<ReturnType<typeof startTestService>>;
let site: TestSite;
let canary: TestSite;
const signal = new AbortController().signal;
const open = () => service.client.startSession({ allowed_hosts: [site.host] }, signal);
const forbidden = expect.objectContaining({ code: "forbidden" });

beforeAll(async () => {
  service = await startTestService();
  canary = await startSite({ "/": page("Canary", "") }, "canary");
  const direct = `http://127.0.0.1:${canary.port}`;
  site = await startSite({
    "/": page("Home", ""),
    "/out": redirectTo(canary.url),
    "/out-twice": (_request, response) => {
      response.writeHead(302, { Location: "/out" });
      response.end();
    },
    "/form": page(
      "Form",
      `<form method="post" action="/out"><button>Go</button></form>
       <form method="post" action="${canary.url}"><button>Away</button></form>
       <a href="${direct}" target="_blank">New</a>`,
    ),
    "/loads": page(
      "Loads",
      `<link rel="preconnect" href="${direct}"><link rel="dns-prefetch" href="${canary.url}">
       <img src="${canary.url}/a.png"><img src="${direct}/b.png"><img src="/out">
       <iframe src="${canary.url}/frame"></iframe><iframe src="file:///etc/passwd"></iframe>
       <script>
         const tries = [
           fetch("${canary.url}/fetch", { mode: "no-cors" }),
           fetch("/out", { mode: "no-cors" }),
           fetch("${direct}/post", { mode: "no-cors", method: "POST", body: "x" }),
           new Promise((resolve) => {
             const socket = new WebSocket("${canary.url.replace("http", "ws")}/socket");
             socket.onerror = socket.onopen = socket.onclose = resolve;
           }),
           Promise.resolve(navigator.sendBeacon("${canary.url}/beacon", "x")),
           navigator.serviceWorker.register("/worker.js"),
         ];
         Promise.allSettled(tries).then((all) => {
           document.title = all.map(({ status }) => status).join();
         });
       </script>`,
    ),
    "/worker.js": (_request, response) => {
      response.writeHead(200, { "Content-Type": "text/javascript" });
      response.end("");
    },
  });
});
afterAll(async () => {
  await service.close();
  await site[Symbol.asyncDispose]();
  await canary[Symbol.asyncDispose]();
});

it("another host is refused and not reached, named, redirected to, or sent a form", async () => {
  const driver = await open();
  for (const url of [canary.url, `http://127.0.0.1:${canary.port}`, "file:///etc/passwd"]) {
    await expect(driver.navigate(url)).rejects.toEqual(forbidden);
  }
  for (const path of ["/out", "/out-twice"]) {
    await expect(driver.navigate(site.url + path)).rejects.toEqual(forbidden);
  }
  for (const name of ["Go", "Away"]) {
    await driver.navigate(`${site.url}/form`);
    const target = { role: "button", name };
    await expect(driver.act({ action: "click", target, navigates: true })).rejects.toEqual(
      forbidden,
    );
  }
  await expect(driver.download(`${site.url}/out`, { maxBytes: 1000 })).rejects.toEqual(forbidden);
  await expect(driver.download(canary.url, { maxBytes: 1000 })).rejects.toEqual(forbidden);
  expect(canary.connections()).toBe(0);
  expect(await driver.navigate(site.url)).toMatchObject({ title: "Home" });
  await driver.close();
});

it("what a page loads by itself does not get out either", async () => {
  const driver = await open();
  await driver.navigate(`${site.url}/loads`);
  await expect.poll(async () => (await driver.observe()).state.title).toMatch(/^(\w+,){5}\w+$/);
  await driver.navigate(`${site.url}/form`);
  await driver.act({ action: "click", target: { role: "link", name: "New" } });
  await driver.navigate(`${site.url}/`);
  expect(canary.connections()).toBe(0);
  expect(site.requests).not.toContain("GET /worker.js");
  await driver.close();
});

it("sessions share no cookie", async () => {
  const [one, other] = [await open(), await open()];
  const cookie = { name: "a", value: "b", domain: "site.localhost", path: "/", expires: -1 };
  const rest = { httpOnly: false, secure: false, sameSite: "Lax" } as const;
  await one.cookieLogin([{ ...cookie, ...rest }], site.url);
  expect(await other.cookies()).toEqual([]);
  expect(await one.cookies()).toHaveLength(1);
  await Promise.all([one.close(), other.close()]);
});

it("hosts of this machine's own services are no hosts to let a session to", async () => {
  for (const host of ["localhost:3100", "127.0.0.1:8055", "*", "*.localhost"]) {
    const start = service.client.startSession({ allowed_hosts: [host] }, signal);
    await expect(start).rejects.toMatchObject({ code: "invalid_input" });
  }
});
