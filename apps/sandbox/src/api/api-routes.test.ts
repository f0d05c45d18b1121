import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { samplePicture } from "../testing/sample-media.ts";
import { demoPassword, startTestSandbox, type TestSandbox } from "../testing/start-test-sandbox.ts";

let sandbox: TestSandbox;
let token: string;

beforeAll(async () => {
  sandbox = await startTestSandbox();
  const answer = await call("POST", "/session", { username: "demo", password: demoPassword }, null);
  token = String(answer.body["token"]);
});
afterEach(() => sandbox.admin("DELETE", "/faults"));
afterAll(() => sandbox[Symbol.asyncDispose]());

async function call(
  method: string,
  path: string,
  body?: object | FormData,
  bearer: string | null = token,
  headers: Record<string, string> = {},
) {
  const response = await fetch(`${sandbox.url}/api${path}`, {
    method,
    headers: { ...headers, ...(bearer !== null && { authorization: `Bearer ${bearer}` }) },
    ...(body && { body: body instanceof FormData ? body : JSON.stringify(body) }),
  });
  const answer = (await response.json()) as Record<string, unknown>;
  return { status: response.status, headers: response.headers, body: answer };
}

const arm = (fault: Record<string, unknown>) => sandbox.admin("POST", "/faults", fault);
const publish = (caption: string, key?: string) =>
  call("POST", "/posts", { caption }, token, key === undefined ? {} : { "idempotency-key": key });

async function captions(): Promise<string[]> {
  const { body } = await sandbox.admin("GET", "/posts?username=demo&origin=compose");
  return body.posts.map(({ caption }) => caption);
}

describe("a session", () => {
  it("says whose it is, with the figures of the account", async () => {
    expect(await call("GET", "/me")).toMatchObject({
      status: 200,
      body: { username: "demo", posts: expect.any(Number), earnings_cents: expect.any(Number) },
    });
  });

  it("needs the right password, and a person where one is asked for", async () => {
    const wrong = { username: "demo", password: "wrong" };
    expect(await call("POST", "/session", wrong, null)).toMatchObject({ status: 401 });
    const right = { username: "demo", password: demoPassword };
    await arm({ kind: "captcha" });
    expect(await call("POST", "/session", right, null)).toMatchObject({
      status: 403,
      body: { challenge: "captcha" },
    });
    expect(
      await call("POST", "/session", { username: "demo-2fa", password: demoPassword }, null),
    ).toMatchObject({ status: 403, body: { challenge: "code" } });
  });

  it("is its token alone: a browser's cookie opens nothing here", async () => {
    const answer = await fetch(`${sandbox.url}/api/me`, {
      headers: { cookie: `sandbox_session=${token}` },
    });
    expect(answer.status).toBe(401);
    expect(answer.headers.get("set-cookie")).toBeNull();
    expect(await call("GET", "/me", undefined, "nonsense")).toMatchObject({
      body: { error: { code: "unauthenticated" } },
    });
  });
});

describe("posts", () => {
  it("are published with media that were uploaded before, and listed newest first", async () => {
    const form = new FormData();
    form.set("file", await samplePicture());
    const { body: media } = await call("POST", "/media", form);
    const post = await call("POST", "/posts", { caption: "With #one", media: [media["id"]] });
    expect(post).toMatchObject({
      status: 201,
      body: { caption: "With #one", tags: ["one"], media: [{ kind: "image", width: 40 }] },
    });
    expect(await call("GET", `/posts/${String(post.body["id"])}`)).toMatchObject({
      body: { id: post.body["id"] },
    });
    const { body: page } = await call("GET", "/posts");
    expect(page).toMatchObject({ next_page: 2 });
    expect(page["posts"]).toHaveLength(50);
    expect(page).toHaveProperty("posts.0.id", post.body["id"]);
    expect(await call("GET", "/posts?page=2")).toMatchObject({ status: 200 });
    expect((await sandbox.admin("GET", "/duplicates")).body.total).toBe(0);
  });

  it("with a key that was used before are the first post again", async () => {
    const first = await publish("Once", "key-1");
    const again = await publish("Once", "key-1");
    expect([first.status, again.status]).toEqual([201, 200]);
    expect(again.body["id"]).toBe(first.body["id"]);
    expect((await captions()).filter((caption) => caption === "Once")).toHaveLength(1);
  });

  it("without a key are new each time, and counted as duplicates", async () => {
    await publish("Twice");
    await publish("Twice");
    expect((await sandbox.admin("GET", "/duplicates")).body.total).toBe(1);
  });

  it.each([
    [{}, "Write a caption"],
    [{ caption: "x".repeat(501) }, "501 characters"],
    [{ caption: "x", media: ["unknown"] }, "not uploaded"],
  ])("%o is refused with a sentence", async (post, sentence) => {
    expect(await call("POST", "/posts", post)).toMatchObject({
      status: 422,
      body: { error: { message: expect.stringContaining(sentence) } },
    });
  });
});

it("a post is deleted once, and by nobody without a token", async () => {
  const { body } = await publish("Taken back");
  const path = `/posts/${String(body["id"])}`;
  expect((await call("DELETE", path, undefined, null)).status).toBe(401);
  expect((await call("DELETE", "/posts/999999999")).status).toBe(404);
  expect(await captions()).toContain("Taken back");
  expect(await call("DELETE", path)).toMatchObject({ status: 200 });
  expect(await captions()).not.toContain("Taken back");
  expect((await call("DELETE", path)).status).toBe(404);
});

describe("faults", () => {
  it.each([
    ["error_before_commit", false],
    ["error_after_commit", true],
  ])("%s answers 500", async (kind, isThere) => {
    await arm({ kind });
    expect(await publish(kind)).toMatchObject({ status: 500, body: { error: {} } });
    expect((await captions()).includes(kind)).toBe(isThere);
  });

  it.each([
    ["reset_before_commit", false],
    ["reset_after_commit", true],
  ])("%s breaks the connection off", async (kind, isThere) => {
    await arm({ kind });
    await expect(publish(kind)).rejects.toThrow("fetch failed");
    expect((await captions()).includes(kind)).toBe(isThere);
  });

  it("a limit says when to come again", async () => {
    await arm({ kind: "rate_limited", username: "demo", retry_after_seconds: 7 });
    const { status, headers } = await publish("Too soon");
    expect([status, headers.get("retry-after")]).toEqual([429, "7"]);
  });

  it("an outage breaks everything off until it is disarmed, and other faults stay", async () => {
    await arm({ kind: "slow", ms: 1 });
    const { body } = await arm({ kind: "outage" });
    await expect(call("GET", "/me")).rejects.toThrow("fetch failed");
    await expect(fetch(`${sandbox.url}/login`)).rejects.toThrow("fetch failed");
    expect((await fetch(`${sandbox.url}/healthz`)).status).toBe(200);
    await sandbox.admin("DELETE", `/faults/${String(body.fault["id"])}`);
    expect((await call("GET", "/me")).status).toBe(200);
    expect((await sandbox.admin("GET", "/faults")).body.faults).toHaveLength(1);
  });

  it("one with a share happens on some of its occasions", async () => {
    await arm({ kind: "error_before_commit", times: "always", share: 0.5 });
    const statuses = new Set<number>();
    for (let n = 0; n < 60; n += 1) statuses.add((await publish(`Share ${n}`)).status);
    expect(statuses).toEqual(new Set([201, 500]));
  });
});
