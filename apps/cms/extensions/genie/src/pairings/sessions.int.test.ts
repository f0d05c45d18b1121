import { randomBytes } from "node:crypto";
import { open, parseKeyRing } from "@genie/crypto";
import type { CaptureAnswer, RedeemAnswer } from "@genie/pairing";
import { roles } from "@genie/schema";
import {
  call,
  createUser,
  holdWorker,
  openDatabase,
  stackUnderTest,
  type TestUser,
  tracesOf,
} from "@genie/testing";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  asExtension,
  capture,
  overviewFor,
  pairBrowser,
  sandboxCookie,
} from "../testing/pairing-scene.ts";

type SessionRow = {
  id: string;
  status: string;
  captured_by: string;
  cookies: { sealed: string } | null;
  user_agent: string | null;
  key_id: number | null;
  captured_at: Date;
  ended_at: Date | null;
};

describe("a session that a paired browser hands over", () => {
  const stack = stackUnderTest();
  const ring = parseKeyRing(stack.sealingKeys, stack.sealingPrimaryKey);
  const database = openDatabase();
  let alice: TestUser;
  let bob: TestUser;
  let paired: RedeemAnswer;
  let letWorkerGoOn: () => void;

  beforeAll(async () => {
    letWorkerGoOn = await holdWorker();
    [alice, bob] = await Promise.all([
      createUser({ role: roles.creator.id }),
      createUser({ role: roles.creator.id }),
    ]);
    paired = await pairBrowser(alice);
  });
  afterAll(async () => {
    await database.query("delete from directus_users where id = any($1)", [[alice.id, bob.id]]);
    await database.end();
    letWorkerGoOn();
  });

  const rowsOf = async (account: string) =>
    (
      await database.query<SessionRow>(
        "select * from platform_sessions where creator_profile_id = $1 order by captured_at",
        [account],
      )
    ).rows;
  const captured = async (username: string, change: object = {}) => {
    const { status, data, text } = await capture(paired.token, username, change);
    expect([status, text]).toEqual([200, text]);
    return data as CaptureAnswer;
  };
  const jobsOf = async (account: string) => {
    const { rows } = await database.query(
      "select user_id, job_type from media_jobs where creator_profile_id = $1",
      [account],
    );
    return rows;
  };

  it("makes the account, is sealed for it, and the account is read with it", async () => {
    const canary = `canary${randomBytes(12).toString("hex")}`;
    const username = someName();
    const answer = await captured(`@${username}`, {
      cookies: [sandboxCookie({ value: canary })],
      read_now: true,
    });
    expect(answer).toMatchObject({ key_id: ring.primaryId, reading: true });
    const profile = await database.query(
      "select user_id, platform, username, credentials, connection_status from creator_profiles where id = $1",
      [answer.account_id],
    );
    expect(profile.rows).toEqual([
      {
        user_id: alice.id,
        platform: "sandbox",
        username,
        credentials: null,
        connection_status: "needs_login",
      },
    ]);
    const [row, ...more] = await rowsOf(answer.account_id);
    expect([row?.captured_by, row?.status, more]).toEqual(["extension", "active", []]);
    const context = {
      collection: "platform_sessions",
      field: "cookies",
      rowId: row?.id ?? "",
      ownerId: alice.id,
    };
    expect(JSON.parse(open(ring, row?.cookies?.sealed ?? "", context))).toEqual([
      sandboxCookie({ value: canary, expires: expect.any(Number) }),
    ]);
    expect(await tracesOf(database, canary)).toEqual([]);
    expect(await jobsOf(answer.account_id)).toEqual([
      { user_id: alice.id, job_type: "scrape_profile" },
    ]);
  });

  it("is renewed in its row while it holds, and gets another once it was refused", async () => {
    const username = someName();
    const first = await captured(username);
    const again = await captured(username, { account: { id: first.account_id } });
    expect(again.account_id).toBe(first.account_id);
    expect(Date.parse(again.captured_at)).toBeGreaterThan(Date.parse(first.captured_at));
    expect(await rowsOf(first.account_id)).toMatchObject([{ status: "active", ended_at: null }]);
    await database.query(
      `update platform_sessions set status = 'expired', cookies = null, ended_at = now()
        where creator_profile_id = $1`,
      [first.account_id],
    );
    const { platforms } = await overviewFor(paired.token);
    const account = platforms[0]?.accounts.find(({ id }) => id === first.account_id);
    expect(account?.session).toMatchObject({ status: "expired" });
    await captured(username, { account: { id: first.account_id } });
    expect(await rowsOf(first.account_id)).toMatchObject([
      { status: "expired", cookies: null, ended_at: expect.any(Date) },
      { status: "active", ended_at: null },
    ]);
    expect(await jobsOf(first.account_id)).toEqual([]);
  });

  it("of many that come at once makes one account and one row", async () => {
    const username = someName();
    const answers = await Promise.all(
      Array.from({ length: 5 }, () => capture(paired.token, username)),
    );
    expect(answers.every(({ status }) => status === 200 || status === 409)).toBe(true);
    const accounts = await database.query<{ id: string }>(
      "select id from creator_profiles where user_id = $1 and username = $2",
      [alice.id, username],
    );
    expect(accounts.rows).toHaveLength(1);
    expect(await rowsOf(accounts.rows[0]?.id ?? "")).toHaveLength(1);
  });

  it("keeps a log-in that the account has, and shows what was stored", async () => {
    const username = someName();
    const made = await call("POST", "/items/creator_profiles", {
      token: alice.token,
      from: alice.address,
      body: { platform: "sandbox", username, credentials: { username, password: "x" } },
    });
    const { id } = made.data as { id: string };
    const before = (await overviewFor(paired.token)).platforms[0]?.accounts;
    expect(before?.find((account) => account.id === id)?.session).toBeNull();
    const answer = await captured(username);
    expect(answer.account_id).toBe(id);
    const { platforms } = await overviewFor(paired.token);
    expect(platforms[0]).toMatchObject({ id: "sandbox", cookies: ["sandbox_session"] });
    const account = platforms[0]?.accounts.find((one) => one.id === id);
    expect(account?.session).toEqual({
      key_id: ring.primaryId,
      captured_at: answer.captured_at,
      expires_at: answer.expires_at,
      status: "active",
    });
  });

  it.each([
    [
      "a cookie that nobody asked for",
      { cookies: [sandboxCookie(), sandboxCookie({ name: "x" })] },
    ],
    ["a cookie of another site", { cookies: [sandboxCookie({ domain: "bank.example" })] }],
    ["no cookie", { cookies: [] }],
    ["a cookie that ran out", { cookies: [sandboxCookie({ expires: 1 })] }],
    ["a cookie of no shape", { cookies: [{ name: "sandbox_session" }] }],
    ["a platform that takes none", { platform: "sandbox-api-key" }],
    ["a platform that is not there", { platform: "nowhere" }],
    ["more than was asked for", { user_id: "someone" }],
  ])("with %s is refused in a sentence, and nothing is stored", async (_what, change) => {
    const username = someName();
    const { status, errors } = await capture(paired.token, username, change);
    expect([status, errors[0]?.message]).toEqual([
      400,
      expect.stringMatching(/Nothing was (stored|changed)\.$/),
    ]);
    expect(errors[0]?.message).not.toContain("not-a-real-session");
    const { rows } = await database.query("select 1 from creator_profiles where username = $1", [
      username,
    ]);
    expect(rows).toEqual([]);
  });

  it("is of the browser's owner alone: another's account is not there", async () => {
    const theirs = await pairBrowser(bob);
    const mine = await captured(someName());
    const before = await rowsOf(mine.account_id);
    const taken = await capture(theirs.token, "x", { account: { id: mine.account_id } });
    const wiped = await asExtension("POST", "/pairings/wipe", {
      token: theirs.token,
      body: { account_id: mine.account_id },
    });
    expect([taken.status, wiped.status]).toEqual([404, 404]);
    expect(await rowsOf(mine.account_id)).toEqual(before);
    expect((await overviewFor(theirs.token)).platforms[0]?.accounts).toEqual([]);
  });

  it("is empty once it is wiped, from the browser or by hand, and the account says so", async () => {
    const answer = await captured(someName());
    const setConnected = () =>
      database.query("update creator_profiles set connection_status = 'connected' where id = $1", [
        answer.account_id,
      ]);
    const stateOf = async () =>
      (
        await database.query("select connection_status from creator_profiles where id = $1", [
          answer.account_id,
        ])
      ).rows[0]?.connection_status;
    const emptied = { status: "revoked", cookies: null, key_id: null, user_agent: null };

    await setConnected();
    const wiped = await asExtension("POST", "/pairings/wipe", {
      token: paired.token,
      body: { account_id: answer.account_id },
    });
    expect([wiped.status, wiped.data]).toEqual([200, { wiped: 1 }]);
    expect(await rowsOf(answer.account_id)).toMatchObject([emptied]);
    await expect.poll(stateOf).toBe("needs_login");

    await captured("", { account: { id: answer.account_id } });
    await setConnected();
    const session = (await rowsOf(answer.account_id)).find(({ status }) => status === "active");
    const byHand = await call("PATCH", `/items/platform_sessions/${session?.id}`, {
      token: alice.token,
      from: alice.address,
      body: { status: "revoked", cookies: [sandboxCookie()] },
    });
    expect(byHand.status).toBe(200);
    expect(await rowsOf(answer.account_id)).toMatchObject([emptied, emptied]);
    await expect.poll(stateOf).toBe("needs_login");
    const { platforms } = await overviewFor(paired.token);
    expect(platforms[0]?.accounts.find(({ id }) => id === answer.account_id)?.session).toBeNull();
  });
});

const someName = () => `u${randomBytes(6).toString("hex")}`;
