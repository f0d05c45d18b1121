import { request } from "node:http";
import { afterAll, beforeAll, expect, it } from "vitest";
import { createBrowser } from "../testing/create-browser.ts";
import { adminToken, startTestSandbox, type TestSandbox } from "../testing/start-test-sandbox.ts";

let sandbox: TestSandbox;

beforeAll(async () => {
  sandbox = await startTestSandbox();
});
afterAll(() => sandbox[Symbol.asyncDispose]());

it("needs the admin token for everything, known or not", async () => {
  for (const path of ["/admin/accounts", "/admin/events", "/admin/nothing"]) {
    for (const authorization of ["", "Bearer x", `Basic ${adminToken}`]) {
      const { status } = await fetch(sandbox.url + path, { headers: { authorization } });
      expect(status).toBe(401);
    }
  }
  expect((await sandbox.admin("GET", "/nothing")).status).toBe(404);
});

it("answers to its own names only, so that no other site can reach it through a browser", async () => {
  const status = await new Promise((resolve, reject) => {
    const headers = { Host: "example.com", Authorization: `Bearer ${adminToken}` };
    const call = request(`${sandbox.url}/admin/accounts`, { headers }, (answer) => {
      answer.resume();
      resolve(answer.statusCode);
    });
    call.on("error", reject).end();
  });
  expect(status).toBe(421);
});

it("makes accounts with content, and each username once", async () => {
  const input = { username: "New.Person", password: "password-1", totp: true };
  const { status, body } = await sandbox.admin("POST", "/accounts", input);
  expect(status).toBe(201);
  expect(body.account).toMatchObject({ username: "new.person", name: "New Person", posts: 230 });
  expect(body.account.totp_address).toContain(`secret=${body.account.totp_secret}`);
  expect((await sandbox.admin("POST", "/accounts", input)).status).toBe(409);
  const wrong = await sandbox.admin("POST", "/accounts", { username: "a b", password: "short" });
  expect(wrong.status).toBe(400);
  expect(wrong.body.error.message).toMatch(/username: .+; password: /);
});

it("tells of a post before its author hears of it, to streams and to those who ask for the next", async () => {
  const owner = createBrowser(sandbox.url);
  await owner.logIn();
  const headers = { Authorization: `Bearer ${adminToken}` };
  const ending = new AbortController();
  const stream = await fetch(`${sandbox.url}/admin/events?type=committed`, {
    headers,
    signal: ending.signal,
  });
  const reader = stream.body?.pipeThrough(new TextDecoderStream()).getReader();
  expect((await reader?.read())?.value).toBe(": listening\n\n");

  const { body } = await sandbox.admin("GET", "/events/next?timeout_ms=1");
  expect(body.event).toBeNull();
  const next = sandbox.admin("GET", `/events/next?type=committed&after=${body.cursor}`);
  const { location } = await owner.submit("/compose", { caption: "Told" });
  const event = { id: location?.split("/").at(-1), username: "demo", caption: "Told" };
  const told = (await next).body;
  expect(told.event).toMatchObject({ type: "committed", ...event, at: expect.any(Number) });
  expect((await reader?.read())?.value).toBe(
    `id: ${told.event?.seq}\nevent: committed\ndata: ${JSON.stringify(told.event)}\n\n`,
  );
  ending.abort();

  const post = await sandbox.admin("GET", "/posts?origin=compose");
  expect(post.body.posts.at(-1)?.published_at).toBe(told.event?.at);
  const asked = await sandbox.admin("GET", `/events/next?type=request&after=${told.cursor}`);
  expect(asked.body.event).toMatchObject({ method: "POST", path: "/compose", status: 303 });
});

it("a post that is taken down has no page any more", async () => {
  const owner = createBrowser(sandbox.url);
  await owner.logIn();
  const made = await owner.submit("/compose", { caption: "Taken down" });
  const location = made.location ?? "";
  expect((await owner.open(location)).status).toBe(200);
  const id = location.split("/").at(-1);
  expect((await sandbox.admin("DELETE", `/posts/${id}`)).status).toBe(200);
  expect((await owner.open(location)).status).toBe(404);
});

it("fans are as many as are asked for, spend more and go away on demand", async () => {
  const input = { username: "fans", password: "password-1", posts: 0, fans: 3 };
  await sandbox.admin("POST", "/accounts", input);
  const list = async () => (await sandbox.admin("GET", "/fans?username=fans")).body.fans;
  const [first, second, last] = await list();
  const most = (first?.spent_cents ?? 0) + 1;
  await sandbox.admin("PATCH", `/fans/${last?.id}`, { spent_cents: most });
  await sandbox.admin("DELETE", `/fans/${first?.id}`);
  expect(await list()).toEqual([{ ...last, spent_cents: most }, second]);
  expect((await sandbox.admin("GET", "/fans?username=nobody")).status).toBe(404);
  expect((await sandbox.admin("PATCH", `/fans/${last?.id}`, { name: "x" })).status).toBe(400);
});

it("reset leaves the two demo accounts as they were at the start", async () => {
  const owner = createBrowser(sandbox.url);
  await owner.logIn();
  await owner.submit("/compose", { caption: "Soon gone" });
  await sandbox.admin("POST", "/faults", { kind: "skin", skin: "table" });
  const { body } = await sandbox.admin("POST", "/reset");
  expect(body.accounts).toMatchObject([
    { username: "demo", posts: 230, totp_secret: null },
    { username: "demo-2fa", posts: 230, totp_secret: expect.any(String) },
  ]);
  expect((await owner.open("/fans")).status).toBe(303);
  expect((await sandbox.admin("GET", "/faults")).body).toEqual({ faults: [] });
  await owner.logIn();
  expect((await owner.open("/@demo")).text).not.toContain("Soon gone");
});
