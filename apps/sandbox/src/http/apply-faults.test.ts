import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { alertOf, createBrowser } from "../testing/create-browser.ts";
import { startTestSandbox, type TestSandbox } from "../testing/start-test-sandbox.ts";

let sandbox: TestSandbox;
let owner: ReturnType<typeof createBrowser>;

beforeAll(async () => {
  sandbox = await startTestSandbox();
  owner = createBrowser(sandbox.url);
  await owner.logIn();
});
afterEach(() => sandbox.admin("DELETE", "/faults"));
afterAll(() => sandbox[Symbol.asyncDispose]());

const arm = (fault: Record<string, unknown>) => sandbox.admin("POST", "/faults", fault);

async function captions(): Promise<string[]> {
  const { body } = await sandbox.admin("GET", "/posts?origin=compose");
  return body.posts.map(({ caption }) => caption);
}

describe("faults", () => {
  it("error_before_commit answers 500 and commits nothing, as often as armed", async () => {
    await arm({ kind: "error_before_commit", times: 2 });
    for (let attempt = 0; attempt < 2; attempt += 1) {
      expect((await owner.submit("/compose", { caption: "Before" })).status).toBe(500);
    }
    expect(await captions()).not.toContain("Before");
    expect((await owner.submit("/compose", { caption: "Before" })).status).toBe(303);
  });

  it("error_after_commit answers 500 and has committed", async () => {
    await arm({ kind: "error_after_commit" });
    const page = await owner.submit("/compose", { caption: "After" });
    expect(page.status).toBe(500);
    expect(alertOf(page)).toContain("Something went wrong");
    expect(await captions()).toContain("After");
  });

  it("accept_then_hang commits, tells it, and gives no answer for the time armed", async () => {
    await arm({ kind: "accept_then_hang", ms: 60_000 });
    const told = sandbox.admin("GET", "/events/next?type=committed&username=demo");
    const patience = new AbortController();
    const answer = owner.submit("/compose", { caption: "Hung" }, { signal: patience.signal });
    expect((await told).body.event).toMatchObject({ caption: "Hung", username: "demo" });
    patience.abort();
    await expect(answer).rejects.toThrow("aborted");
    expect(await captions()).toContain("Hung");
  });

  it("a hung answer comes when its time is over", async () => {
    await arm({ kind: "accept_then_hang", ms: 30 });
    expect((await owner.submit("/compose", { caption: "Late" })).status).toBe(303);
  });

  it("rate_limited answers 429 with Retry-After where the path fits", async () => {
    await arm({ kind: "rate_limited", path: "/@demo*", method: "get", retry_after_seconds: 7 });
    expect((await owner.open("/fans")).status).toBe(200);
    const limited = await owner.open("/@demo?page=2");
    expect(limited.status).toBe(429);
    expect(limited.headers.get("retry-after")).toBe("7");
    expect((await owner.open("/@demo?page=2")).status).toBe(200);
  });

  it("without a path rate_limited leaves the media alone", async () => {
    const { body } = await sandbox.admin("GET", "/posts?username=demo");
    await arm({ kind: "rate_limited", times: "always" });
    expect((await owner.open(body.posts[0]?.media[0]?.href ?? "")).status).toBe(200);
    expect((await owner.open("/fans")).status).toBe(429);
  });

  it("a fault for one account leaves the others alone", async () => {
    await arm({ kind: "error_before_commit", username: "somebody" });
    expect((await owner.submit("/compose", { caption: "Mine" })).status).toBe(303);
    const { body } = await sandbox.admin("GET", "/faults");
    expect(body.faults).toMatchObject([{ kind: "error_before_commit", remaining: 1, hits: 0 }]);
  });

  it("slow adds to every page until it is disarmed", async () => {
    await arm({ kind: "slow", ms: 60, path: "/fans" });
    for (let visit = 0; visit < 2; visit += 1) {
      const startedAt = performance.now();
      await owner.open("/fans");
      expect(performance.now() - startedAt).toBeGreaterThanOrEqual(59);
    }
    const { body } = await sandbox.admin("GET", "/faults");
    expect(body.faults).toMatchObject([{ kind: "slow", remaining: "always", hits: 2 }]);
  });

  it("drop_sessions signs everybody out at once, or one account only", async () => {
    expect((await arm({ kind: "drop_sessions", username: "demo-2fa" })).body).toEqual({
      dropped: 0,
    });
    expect((await owner.open("/fans")).status).toBe(200);
    expect((await arm({ kind: "drop_sessions" })).body).toEqual({ dropped: 1 });
    expect((await owner.open("/fans")).location).toBe("/login?next=%2Ffans");
    await owner.logIn();
  });

  it("an unknown fault is refused with a sentence", async () => {
    const { status, body } = await arm({ kind: "earthquake" });
    expect(status).toBe(400);
    expect(body.error.code).toBe("invalid_input");
  });
});
