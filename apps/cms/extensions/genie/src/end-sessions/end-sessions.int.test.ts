import { roles } from "@genie/schema";
import { call, createUser, openDatabase, stackUnderTest, type TestUser } from "@genie/testing";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

type SessionRow = { status: string; has_cookies: boolean; ended_at: Date | null };

describe("the sessions of an account", () => {
  const { workerToken } = stackUnderTest();
  const database = openDatabase();
  let alice: TestUser;
  let account: string;

  beforeAll(async () => {
    alice = await createUser({ role: roles.creator.id });
  });
  afterAll(async () => {
    await database.query("delete from directus_users where id = $1", [alice.id]);
    await database.end();
  });

  const make = async (collection: string, body: object) => {
    const { status, data } = await call("POST", `/items/${collection}`, {
      token: alice.token,
      from: alice.address,
      body: { platform: "sandbox", ...body },
    });
    expect(status).toBe(200);
    return (data as { id: string }).id;
  };
  const handOver = () =>
    make("platform_sessions", {
      creator_profile_id: account,
      captured_by: "extension",
      cookies: [{ name: "sandbox_session", value: "not-a-real-session" }],
    });
  const byWorker = (id: string, body: object) =>
    call("PATCH", `/items/platform_sessions/${id}`, { token: workerToken, body });
  const rows = async () => {
    const found = await database.query<SessionRow>(
      `select status, cookies is not null as has_cookies, ended_at from platform_sessions
        where creator_profile_id = $1 order by captured_at`,
      [account],
    );
    return found.rows;
  };

  it("stay as their history: one that is refused keeps how long it lasted, and no cookies", async () => {
    account = await make("creator_profiles", { username: `ended-${crypto.randomUUID()}` });
    const first = await handOver();
    const refused = { status: "expired", ended_at: new Date().toISOString() };
    expect(await byWorker(first, refused)).toMatchObject({ status: 200 });
    await handOver();
    expect(await rows()).toEqual([
      { status: "expired", has_cookies: false, ended_at: expect.any(Date) },
      { status: "active", has_cookies: true, ended_at: null },
    ]);
  });

  it("are one that holds: a new one takes the place of those before it", async () => {
    account = await make("creator_profiles", { username: `renewed-${crypto.randomUUID()}` });
    await handOver();
    await handOver();
    const newest = await handOver();
    const givenUp = { status: "revoked", has_cookies: false, ended_at: null };
    const held = { status: "active", has_cookies: true, ended_at: null };
    await expect.poll(rows).toEqual([givenUp, givenUp, held]);

    expect(await byWorker(newest, { last_used_at: new Date().toISOString() })).toMatchObject({
      status: 200,
    });
    expect(await rows()).toEqual([givenUp, givenUp, held]);
  });
});
