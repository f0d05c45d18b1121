import type { ActRequest } from "@genie/browser-client";
import { call, openDatabase, stackUnderTest } from "@genie/testing";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import {
  create,
  createCreator,
  type Creator,
  endOfJob,
  type JobRow,
  read,
  readProfile,
} from "../testing/creator.ts";
import { createSandboxAccount, type SandboxAccount, sandboxAdmin } from "../testing/sandbox.ts";

const database = openDatabase();
afterAll(() => database.end());
const patience = { timeout: 90_000, interval: 250 };

type Asked = { id: string; status: string; reason: string; resumes_job_id: string | null };

const startScrape = ({ profileId, ...creator }: Creator) =>
  create<JobRow>(creator, "media_jobs", {
    job_type: "scrape_profile",
    creator_profile_id: profileId,
  });

async function readAsked(creator: Creator): Promise<Asked[]> {
  return read(creator, "/items/hitl_sessions?sort=requested_at");
}

/** The browser that waits for the person, as soon as there is one. */
async function browserOf(askedId: string): Promise<string> {
  return vi.waitFor(async () => {
    const { rows } = await database.query<{ browser_session_id: string | null }>(
      "select browser_session_id from hitl_sessions where id = $1",
      [askedId],
    );
    const [row] = rows;
    if (!row?.browser_session_id) throw new Error("no browser waits yet");
    return row.browser_session_id;
  }, patience);
}

/** Does by hand what the person does in the live view. */
async function act(browser: string, step: ActRequest): Promise<void> {
  const { browserUrl, browserToken } = stackUnderTest();
  const answer = await fetch(`${browserUrl}/sessions/${browser}/act`, {
    method: "POST",
    headers: { authorization: `Bearer ${browserToken}`, "content-type": "application/json" },
    body: JSON.stringify(step),
  });
  expect([answer.status, await answer.text()]).toEqual([200, expect.any(String)]);
}

async function type(browser: string, label: string, value: string): Promise<void> {
  await act(browser, { action: "fill", target: { label }, value });
}

async function press(browser: string, name: string): Promise<void> {
  const target = { role: "button", name, exact: true };
  await act(browser, { action: "click", target, navigates: true });
}

async function enterCode(browser: string, { username }: SandboxAccount): Promise<void> {
  const { challenges } = await sandboxAdmin<{
    challenges: { username: string; answer: string }[];
  }>("GET", "/challenges");
  const { answer = "" } = challenges.find((challenge) => challenge.username === username) ?? {};
  await type(browser, "One-time code", answer);
  await press(browser, "Continue");
}

describe("a log-in that needs a person", () => {
  let account: SandboxAccount;
  let creator: Creator;
  beforeAll(async () => {
    account = await createSandboxAccount({ posts: 25 });
    creator = await createCreator(account);
  });

  it("waits in the very browser that shows it, and the scrape goes on when she has signed in", async () => {
    const { username } = account;
    await sandboxAdmin("POST", "/faults", { kind: "require_code", username });
    const { id: job } = await startScrape(creator);
    const asked = await vi.waitFor(async () => {
      const [row] = await readAsked(creator);
      if (row?.resumes_job_id !== job) throw new Error("the job does not wait yet");
      return row;
    }, patience);
    expect(asked).toMatchObject({ status: "pending", reason: "two_factor" });
    expect(await read<JobRow>(creator, `/items/media_jobs/${job}`)).toMatchObject({
      status: "queued",
      error: expect.stringContaining("one-time code"),
    });
    expect(await readProfile(creator)).toMatchObject({
      connection_status: "needs_login",
      scrape_status: "idle",
    });
    await enterCode(await browserOf(asked.id), account);
    expect(await endOfJob(creator, job)).toMatchObject({ status: "completed" });
    expect(await readAsked(creator)).toMatchObject([{ id: asked.id, status: "completed" }]);
    expect(await readProfile(creator)).toMatchObject({
      connection_status: "connected",
      scrape_status: "success",
    });
    const sessions = await read<object[]>(creator, "/items/platform_sessions");
    expect(sessions).toMatchObject([{ status: "active", captured_by: "live_login" }]);
    expect(await read<object[]>(creator, "/items/scraped_media?limit=-1")).toHaveLength(25);
  }, 180_000);

  it("is signed in to by hand where no password is stored, and the account is read", async () => {
    const other = await createSandboxAccount({ posts: 2 });
    const person = await createCreator(other);
    await database.query("update creator_profiles set credentials = null where id = $1", [
      person.profileId,
    ]);
    const as = (step: string, body: object) =>
      call("POST", `/people/${step}`, { token: person.token, from: person.address, body });
    const { data } = await as("open", { creator_profile_id: person.profileId });
    const { hitl_session_id } = data as { hitl_session_id: string };
    await as("enter", { hitl_session_id });
    const browser = await browserOf(hitl_session_id);
    await type(browser, "Username", other.username);
    await type(browser, "Password", other.password);
    await press(browser, "Log in");
    await expect
      .poll(() => read<object[]>(person, "/items/scraped_media"), patience)
      .toHaveLength(2);
    const { rows } = await database.query(
      "select credentials from creator_profiles where id = $1",
      [person.profileId],
    );
    expect(rows).toEqual([{ credentials: null }]);
  }, 180_000);

  it("keeps nothing of somebody else's account", async () => {
    const [mine, others] = [
      await createSandboxAccount({ posts: 1 }),
      await createSandboxAccount({ posts: 1 }),
    ];
    const person = await createCreator(mine);
    const as = (step: string, body: object) =>
      call("POST", `/people/${step}`, { token: person.token, from: person.address, body });
    const { data } = await as("open", { creator_profile_id: person.profileId });
    const { hitl_session_id } = data as { hitl_session_id: string };
    await as("enter", { hitl_session_id });
    const browser = await browserOf(hitl_session_id);
    await type(browser, "Username", others.username);
    await type(browser, "Password", others.password);
    await press(browser, "Log in");
    await expect
      .poll(async () => (await as("enter", { hitl_session_id })).data, patience)
      .toEqual({
        state: "failed",
        notes: expect.stringContaining(`On Sandbox @${others.username} is signed in`),
      });
    expect(await read<object[]>(person, "/items/platform_sessions")).toEqual([]);
  }, 180_000);
});

describe("a session that ends in the middle of a scrape", () => {
  it("is restored by the person, and the scrape ends without gaps or doubles", async () => {
    const account = await createSandboxAccount({ posts: 120 });
    const creator = await createCreator(account);
    const as = (step: string, body: object) =>
      call("POST", `/people/${step}`, { token: creator.token, from: creator.address, body });
    const logIn = async (askedId: string) => {
      await as("enter", { hitl_session_id: askedId });
      const browser = await browserOf(askedId);
      await type(browser, "Username", account.username);
      await type(browser, "Password", account.password);
      await press(browser, "Log in");
    };
    await database.query("update creator_profiles set credentials = null where id = $1", [
      creator.profileId,
    ]);
    const { username } = account;
    await sandboxAdmin("POST", "/faults", {
      kind: "slow",
      username,
      path: "/@*",
      ms: 700,
      times: "always",
    });
    const { data } = await as("open", { creator_profile_id: creator.profileId });
    await logIn((data as { hitl_session_id: string }).hitl_session_id);
    const countPosts = async () =>
      (await read<object[]>(creator, "/items/scraped_media?limit=-1&fields=id")).length;
    await expect.poll(countPosts, { timeout: 90_000, interval: 100 }).toBeGreaterThan(0);
    await sandboxAdmin("POST", "/faults", { kind: "drop_sessions", username });
    const asked = await vi.waitFor(async () => {
      const row = (await readAsked(creator)).find(({ status }) => status === "pending");
      if (!row?.resumes_job_id) throw new Error("nobody is asked yet");
      return row;
    }, patience);
    expect(asked).toMatchObject({ reason: "session_expired" });
    expect(await countPosts()).toBeLessThan(120);
    await logIn(asked.id);
    expect(await endOfJob(creator, String(asked.resumes_job_id))).toMatchObject({
      status: "completed",
    });
    const entries = await read<{ platform_post_id: string }[]>(
      creator,
      "/items/scraped_media?limit=-1&fields=platform_post_id",
    );
    expect(new Set(entries.map((entry) => entry.platform_post_id)).size).toBe(120);
    expect(entries).toHaveLength(120);
  }, 240_000);
});
