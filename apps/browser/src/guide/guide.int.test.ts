import { createChatModel } from "@genie/llm";
import { startScriptedModel } from "@genie/scripted-model";
import { existsSync } from "node:fs";
import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import { processesBelow } from "../testing/processes-below.ts";
import { page, startSite, type TestSite } from "../testing/start-site.ts";
import { startTestService } from "../testing/start-test-service.ts";

const signal = new AbortController().signal;
const oldButton = { role: "button", name: "Log in", exact: true };
const signIn = { target: oldButton, what: "the button that signs in" };
const changed = expect.objectContaining({ code: "platform_changed" });

/** A form whose words are others than those that are asked for. */
const form = page(
  "Welcome",
  `<form method="post" action="/in">
     <div>Account name <span contenteditable="true" aria-label="Message">Edited before</span></div>
     <label>Handle <input name="u" value="kept-value"></label>
     <label>Secret word <input name="p" type="password"></label>
     <label>Six digits <input name="c" inputmode="numeric"></label>
     <button>Enter</button>
   </form>
   <form method="post" action="/out"><button>Leave</button></form>
   <p>Seen by anybody</p>`,
);

let model: Awaited<ReturnType<typeof startScriptedModel>>;
let service: Awaited<ReturnType<typeof startTestService>>;
let site: TestSite;
let canary: TestSite;
const open = () => service.client.startSession({ allowed_hosts: [site.host] }, signal);
const sent = () => model.requests.map(({ body }) => body).join("\n");

beforeAll(async () => {
  model = await startScriptedModel();
  const settings = { baseUrl: model.url, model: model.model, timeoutMs: 3000 };
  service = await startTestService({ model: createChatModel(settings), maxSessions: 2 });
  canary = await startSite({ "/": page("Canary", "") }, "canary");
  site = await startSite({
    "/": form,
    "/other": form,
    "/in": page("In", ""),
    "/out": page("Out", ""),
    "/posts": page("Posts", `<h1>Maya</h1><p>Entries</p><p>12</p><p>Hearts</p><p>many</p>`),
    "/calls": (_request, response) => {
      response.writeHead(200, { "Content-Type": "text/html" });
      response.end(callsOut(canary.url));
    },
  });
});
beforeEach(() => {
  model.behave("fit");
  model.requests.length = 0;
});
afterAll(async () => {
  await service.close();
  await Promise.all([site, canary, model].map((server) => server[Symbol.asyncDispose]()));
});

it("finds what is meant, and what is in fields is in no request", async () => {
  const driver = await open();
  const token = { name: "session", value: "cookie-value-1", domain: "site.localhost" };
  const rest = { path: "/", expires: -1, httpOnly: true, secure: false, sameSite: "Lax" } as const;
  await driver.cookieLogin([{ ...token, ...rest }], site.url);
  const fill = (label: string, what: string, value: string, secret = false) =>
    driver.act({ action: "fill", target: { label }, what, value, secret });
  await fill("Username", "the field for the username", "typed-name");
  await fill("Password", "the field for the password", "typed-password", true);
  await fill("One-time code", "the field for the one-time code", "987654");
  await driver.act({ action: "fill", target: { label: "Message" }, value: "Edited just now" });
  const state = await driver.act({ ...signIn, action: "click", navigates: true });
  expect(state.title).toBe("In");
  expect(model.requests).toHaveLength(4);
  expect(sent()).toContain("Seen by anybody");
  for (const secret of [
    "kept-value",
    "typed-name",
    "typed-password",
    "987654",
    "cookie-value-1",
    "Edited just now",
  ]) {
    expect(sent()).not.toContain(secret);
    expect(service.lines.join("\n")).not.toContain(secret);
  }
  expect(sent()).not.toMatch(/•{5}/);
  await driver.close();
});

it("asks once for what the next session needs too", async () => {
  for (const calls of [1, 0]) {
    model.requests.length = 0;
    const driver = await open();
    await driver.navigate(`${site.url}/other`);
    await driver.act({ ...signIn, action: "find" });
    await driver.act({ ...signIn, action: "click", navigates: true });
    expect(model.requests).toHaveLength(calls);
    await driver.close();
  }
});

it.each([
  ["silent", "did not answer in time"],
  ["nonsense", "can't be used"],
  ["refuses", "LLM_API_KEY"],
  ["pauses", "wants a pause"],
  ["wrong", "nothing that clearly is it"],
  ["absent", "nothing that clearly is it"],
] as const)(
  "a model that is %s is a sentence, and nothing is pressed",
  async (behaviour, words) => {
    const driver = await open();
    await driver.navigate(`${site.url}/?${behaviour}`);
    const target = { label: "Message" };
    await driver.act({ action: "fill", target, value: "x" });
    site.requests.length = 0;
    model.behave(behaviour);
    const target2 = { role: "button", name: behaviour, exact: true };
    const step = { action: "click", target: target2, what: signIn.what, navigates: true } as const;
    await expect(driver.act(step)).rejects.toMatchObject({
      message: expect.stringContaining(words),
    });
    expect(site.requests).toEqual([]);
    await driver.close();
  },
);

it("a secret goes into no other field, and a button of another form is not pressed", async () => {
  const driver = await open();
  await driver.navigate(site.url);
  site.requests.length = 0;
  const fill = (label: string, what: string, secret: boolean) =>
    driver.act({ action: "fill", target: { label }, what, value: "x", secret });
  await expect(fill("A", "the field for the username", true)).rejects.toEqual(changed);
  await expect(fill("B", "the field for the password", false)).rejects.toEqual(changed);
  await fill("C", "the field for the username", false);
  const leave = { role: "button", name: "Log out", exact: true };
  await expect(
    driver.act({ action: "click", target: leave, what: "the button that signs out" }),
  ).rejects.toEqual(changed);
  await expect(
    driver.act({
      action: "fill",
      target: { label: "D" },
      what: "the field for the tags",
      value: "",
    }),
  ).rejects.toEqual(changed);
  expect(site.requests).toEqual([]);
  await driver.close();
});

it("reads words of the page and none of the model's", async () => {
  const driver = await open();
  await driver.navigate(`${site.url}/posts`);
  const fields = {
    name: { what: "the heading" },
    posts: { what: "the number of posts" },
    likes: { what: "the number of likes" },
    views: { what: "the number of views" },
  };
  expect(await driver.read({ fields })).toEqual({
    fields: { name: "Maya", posts: "12", likes: "many", views: null },
    rows: [],
  });
  for (const behaviour of ["wrong", "absent"] as const) {
    model.behave(behaviour);
    await expect(driver.read({ fields })).rejects.toEqual(changed);
  }
  await driver.close();
});

it("a page gets out no further than before, and never to the debugger", async () => {
  const driver = await open();
  await driver.navigate(site.url);
  await driver.act({ ...signIn, action: "find" });
  const [profile = ""] = await readdir(join(service.dataDir, "chromium")).then((names) =>
    names.filter((name) => name.startsWith("profile-")),
  );
  const portFile = join(service.dataDir, "chromium", profile, "DevToolsActivePort");
  const { readFile } = await import("node:fs/promises");
  const [port = ""] = (await readFile(portFile, "utf8")).split("\n");
  await driver.navigate(`${site.url}/calls?${port}`);
  await expect
    .poll(async () => (await driver.observe()).state.title)
    .toBe("rejected,rejected,closed,closed,rejected");
  expect(canary.connections()).toBe(0);
  const refused = service.lines.filter((line) => line.includes("host refused"));
  expect(refused.some((line) => line.includes(`127.0.0.1:${port}`))).toBe(true);
  expect(refused.filter((line) => !/127\.0\.0\.1|canary\.localhost/.test(line))).toEqual([]);
  await driver.close();
});

it("closing leaves no process and no profile", async () => {
  const driver = await open();
  await driver.navigate(site.url);
  await driver.act({ ...signIn, action: "find" });
  const below = await processesBelow(process.pid);
  expect(below.length).toBeGreaterThan(2);
  await driver.close();
  await expect.poll(() => below.filter((pid) => existsSync(`/proc/${pid}`))).toEqual([]);
  const left = await readdir(join(service.dataDir, "chromium"));
  expect(left.filter((name) => name.startsWith("profile-"))).toEqual([]);
});

it("without a model Chromium has no debugger's port, and nobody could read", async () => {
  await using plain = await startTestService();
  const driver = await plain.client.startSession({ allowed_hosts: [site.host] }, signal);
  await driver.navigate(site.url);
  expect(await driver.read({ fields: { a: { what: "the heading" } } })).toBeNull();
  await expect(driver.act({ ...signIn, action: "find", timeout_ms: 200 })).rejects.toMatchObject({
    message: expect.stringContaining('has no button "Log in"'),
  });
  const files = await readdir(join(plain.dataDir, "chromium"), { recursive: true });
  expect(files).toContainEqual(expect.stringMatching(/^profile-[^/]+\/Default$/));
  expect(files).not.toContainEqual(expect.stringContaining("DevToolsActivePort"));
  await driver.close();
});

/** A page that tries to get out, to another site and to the debugger of its own browser. */
function callsOut(canaryUrl: string): string {
  return page(
    "Calls",
    `<script>
       const port = location.search.slice(1);
       const socket = (url) => new Promise((resolve) => {
         const opened = new WebSocket(url);
         opened.onopen = () => resolve("opened");
         opened.onclose = opened.onerror = () => resolve("closed");
       });
       const call = (url, options) => fetch(url, { mode: "no-cors", ...options })
         .then(({ status }) => status === 0 ? "rejected" : "fulfilled", () => "rejected");
       Promise.all([
         call("${canaryUrl}/fetch"),
         call("http://127.0.0.1:" + port + "/json/version"),
         socket("ws://127.0.0.1:" + port + "/devtools/browser/x"),
         socket("${canaryUrl.replace("http", "ws")}/socket"),
         call("http://127.0.0.1:" + port + "/json/new?about:blank", { method: "PUT" }),
       ]).then((all) => { document.title = all.join(); });
     </script>`,
  );
}
