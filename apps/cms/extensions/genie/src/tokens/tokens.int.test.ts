import { createHmac, randomUUID } from "node:crypto";
import { hashApiToken } from "@genie/crypto";
import { roles } from "@genie/schema";
import {
  call,
  createUser,
  openDatabase,
  stackUnderTest,
  type TestUser,
  tracesOf,
} from "@genie/testing";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

type Made = { id: string; token: string; hint: string; scopes: string[]; expires_at: string };

describe("API tokens", () => {
  const database = openDatabase();
  let alice: TestUser;

  beforeAll(async () => {
    alice = await createUser({ role: roles.creator.id });
  });
  afterAll(async () => {
    await database.end();
  });

  it("are shown once; only the hash is kept, and no log has them", async () => {
    const { token, id, hint } = await make(alice, ["read"]);
    expect((await reads(token)).status).toBe(200);
    const { rows } = await database.query("select hash, hint from api_tokens where id = $1", [id]);
    expect(rows).toEqual([{ hash: hashApiToken(token), hint }]);
    expect(await tracesOf(database, token)).toEqual([]);
  });

  it("are listed and revoked by their owner alone", async () => {
    const { id, token } = await make(alice, ["read"]);
    const bob = await createUser({ role: roles.creator.id });
    const list = await call("GET", "/items/api_tokens", {
      token: alice.token,
      from: alice.address,
    });
    expect(list.data).toContainEqual(expect.objectContaining({ id, name: "a program" }));
    expect(list.text).not.toContain("hash");
    const foreign = await call("DELETE", `/items/api_tokens/${id}`, {
      token: bob.token,
      from: bob.address,
    });
    expect(foreign.status).toBe(403);
    expect((await reads(token)).status).toBe(200);
    await call("DELETE", `/items/api_tokens/${id}`, { token: alice.token, from: alice.address });
    expect((await reads(token)).status).toBe(401);
  });

  it("end when they expire, with a sentence that says what to do", async () => {
    const { id, token } = await make(alice, ["read"]);
    await database.query(
      "update api_tokens set expires_at = now() - interval '1 second' where id = $1",
      [id],
    );
    const { status, errors } = await reads(token);
    expect([status, errors[0]?.message]).toEqual([
      401,
      "This token is unknown, expired or revoked. Create a new one in the settings of the dashboard.",
    ]);
  });

  it.each([
    ["suspended", { status: "suspended" }],
    ["archived", { status: "archived" }],
    ["made a viewer", { role: roles.viewer.id }],
    ["left without a role", { role: null }],
  ])("end when their owner is %s", async (_what, change) => {
    const user = await createUser({ role: roles.creator.id });
    const { token } = await make(user, ["read", "write"]);
    expect((await reads(token)).status).toBe(200);
    await call("PATCH", `/users/${user.id}`, { token: stackUnderTest().adminToken, body: change });
    expect((await reads(token)).status).toBe(401);
  });

  it("that are made up are refused", async () => {
    for (const token of [`ght_${"A".repeat(43)}`, "ght_x", "x".repeat(40), ""]) {
      expect((await reads(token)).status).toBeGreaterThanOrEqual(401);
    }
  });

  it("of the read scope write nothing", async () => {
    const { token, scopes } = await make(alice, ["read"]);
    expect(scopes).toEqual(["read"]);
    const written = await call("POST", "/items/creator_profiles", {
      token,
      body: { platform: "sandbox", username: "by a program" },
    });
    expect(written.status).toBe(403);
  });

  it("of the write scope write rows of their owner's", async () => {
    const { token, scopes } = await make(alice, ["write"]);
    expect(scopes).toEqual(["read", "write"]);
    const written = await call("POST", "/items/creator_profiles", {
      token,
      body: { platform: "sandbox", username: "by a program" },
    });
    const { rows } = await database.query("select user_id from creator_profiles where id = $1", [
      (written.data as { id: string }).id,
    ]);
    expect(rows).toEqual([{ user_id: alice.id }]);
  });

  it("can't make, see or revoke tokens, nor touch the account", async () => {
    const { token, id } = await make(alice, ["read", "write"]);
    const secret = "JBSWY3DPEHPK3PXP";
    const attempts: [string, string, object?][] = [
      ["POST", "/tokens", { name: "another", scopes: ["write"], expires_in_days: 365 }],
      ["POST", "/items/api%5Ftokens", { name: "x", hash: "x", hint: "x", scopes: ["write"] }],
      ["GET", "/items/api_tokens"],
      ["GET", "/items/api%5Ftokens"],
      ["GET", "/items/sealing%5fkeys"],
      ["DELETE", `/items/api_tokens/${id}`],
      ["PATCH", "/users/me", { password: "a new password" }],
      ["PATCH", `/users/${alice.id}`, { password: "a new password" }],
      ["PATCH", "/users/me", { role: null }],
      ["PATCH", "/users/me", { status: "archived" }],
      ["PATCH", "/users/me", { email: "other@example.com" }],
      ["PATCH", "/users/me", { tfa_secret: secret }],
      ["PATCH", "/users/me/track/page", { last_page: "/" }],
      ["POST", "/users/me/tfa/generate", { password: alice.password }],
      ["POST", "/users/me/tfa/enable", { secret, otp: oneTimeCode(secret) }],
      ["POST", "/users/me/tfa/disable", { otp: "000000" }],
      ["DELETE", "/users/me"],
      ["DELETE", `/users/${alice.id}`],
    ];
    const before = await accountOf(alice);
    for (const [method, path, body] of attempts) {
      const answer = await call(method, path, { token, ...(body ? { body } : {}) });
      expect([method, path, answer.status]).toEqual([method, path, 403]);
    }
    expect(await accountOf(alice)).toEqual(before);
  });

  it("of a viewer read what she may, and nothing more can be had", async () => {
    const viewer = await createUser({ role: roles.viewer.id });
    const { token } = await make(viewer, ["read"]);
    const seen = await call("GET", "/items/taxonomy_dimensions?fields=slug&limit=1", { token });
    expect([seen.status, (seen.data as unknown[]).length]).toEqual([200, 1]);
    expect((await reads(token)).status).toBe(403);
    const body = { name: "x", scopes: ["write"], expires_in_days: 1 };
    const { status, errors } = await create(viewer, body);
    expect([status, errors[0]?.message]).toEqual([
      403,
      "You may only read, so your programs may only read. No token was made; choose read.",
    ]);
  });

  it("tell a program of themselves, and nobody else of any", async () => {
    const { token, expires_at } = await make(alice, ["read"]);
    const told = await call("GET", "/tokens/current", { token });
    expect(told.data).toEqual({
      user_id: alice.id,
      name: "a program",
      scopes: ["read"],
      asks_first: false,
      expires_at,
    });
    for (const other of [alice.token, stackUnderTest().workerToken, undefined]) {
      expect((await call("GET", "/tokens/current", { token: other })).status).toBe(403);
    }
  });

  it("ask first unless their person says otherwise, and then change nothing by themselves", async () => {
    const body = { name: "careful", scopes: ["write"], expires_in_days: 1 };
    const { data } = await create(alice, body);
    const { token, asks_first: asks } = data as Made & { asks_first: boolean };
    expect(asks).toBe(true);
    const made = await profileOf(alice);
    const attempts: [string, string, object?][] = [
      ["POST", "/items/creator_profiles", { platform: "sandbox", username: "x" }],
      ["PATCH", `/items/creator_profiles/${made}`, { timezone: "Europe/Berlin" }],
      ["DELETE", `/items/creator_profiles/${made}`],
      ["POST", "/library/delete", { ids: [] }],
      ["POST", "/flows/trigger/6a1f0c52-0c6b-4a7e-9d61-4f0f5a6c6004", {}],
      ["GET", "/Flows/trigger/6a1f0c52-0c6b-4a7e-9d61-4f0f5a6c6004"],
      ["POST", "/uploads", {}],
      ["POST", "/graphql", { query: "{ creator_profiles { id } }" }],
    ];
    for (const [method, path, sent] of attempts) {
      const answer = await call(method, path, { token, ...(sent ? { body: sent } : {}) });
      expect([method, path, answer.status, answer.errors[0]?.message]).toEqual([
        method,
        path,
        403,
        expect.stringContaining("This token asks first"),
      ]);
    }
    const { rows } = await database.query("select timezone from creator_profiles where id = $1", [
      made,
    ]);
    expect(rows).toEqual([{ timezone: "UTC" }]);
    expect((await reads(token)).status).toBe(200);
    const found = await call("SEARCH", "/items/creator_profiles", { token, body: { query: {} } });
    expect(found.status).toBe(200);
    const entries = await call("POST", "/library/facets", { token, body: { query: {} } });
    expect(entries.status).not.toBe(403);
  });

  it("of an administrator act as she may, but make no tokens and answer for nobody", async () => {
    const admin = await administrator();
    const { token, scopes } = await make(admin, ["administer"]);
    expect(scopes).toEqual(["read", "write", "administer"]);
    const user = await createUser({ role: roles.viewer.id });
    const renamed = await call("POST", "/actions/tools/update-user", {
      token,
      body: { params: { id: user.id, data: { first_name: "Renamed" } } },
    });
    expect(renamed.status).toBe(200);
    const secret = "JBSWY3DPEHPK3PXP";
    const attempts: [string, string, object?][] = [
      ["POST", "/tokens", { name: "another", scopes: ["read"], expires_in_days: 1 }],
      ["POST", "/items/api_tokens", { name: "x", hash: "x", hint: "x", scopes: ["write"] }],
      ["POST", "/items/api%5Ftokens", { name: "x", hash: "x", hint: "x", scopes: ["write"] }],
      ["GET", "/items/api_tokens"],
      ["GET", "/items/api%5Ftokens"],
      ["GET", "/items/sealing%5fkeys"],
      ["SEARCH", "/items/api_tokens", { query: {} }],
      ["POST", "/graphql", { query: "{ api_tokens { hash } }" }],
      ["POST", "/utils/import/api_tokens", {}],
      ["POST", "/users/me/tfa/enable", { secret, otp: oneTimeCode(secret) }],
      ["POST", "/account/two-factor-off", { user: user.id }],
      ["POST", "/account/password", { current: admin.password, password: "a new password" }],
      ["POST", "/pairings", {}],
      ["PATCH", "/users/me", { password: "a new password" }],
      ["PATCH", `/users/${user.id}`, { password: "a new password" }],
      ["POST", "/users", { email: "x@example.com", password: "a new password" }],
      ["POST", "/flows", { name: "x", trigger: "manual" }],
      ["POST", "/operations", { key: "x", type: "item-create" }],
      ["PATCH", "/settings", { project_name: "x" }],
      ["PATCH", "/items/confirmation%73", { keys: [], data: { status: "confirmed" } }],
      ["PATCH", "/items/confirmations", { keys: [], data: { status: "confirmed" } }],
    ];
    for (const [method, path, body] of attempts) {
      const answer = await call(method, path, { token, ...(body ? { body } : {}) });
      expect([method, path, answer.status]).toEqual([method, path, 403]);
    }
    const { status } = await create(alice, {
      name: "x",
      scopes: ["administer"],
      expires_in_days: 1,
    });
    expect(status).toBe(403);
    await call("PATCH", `/users/${admin.id}`, {
      token: stackUnderTest().adminToken,
      body: { role: roles.creator.id },
    });
    expect((await reads(token)).status).toBe(401);
  });

  it("are not made by strangers or the worker", async () => {
    const body = { name: "x", scopes: ["read"], expires_in_days: 1 };
    expect((await call("POST", "/tokens", { body })).status).toBe(403);
    const worker = await call("POST", "/tokens", { token: stackUnderTest().workerToken, body });
    expect(worker.status).toBe(403);
  });

  it.each([
    ["no name", { name: " ", scopes: ["read"], expires_in_days: 1 }],
    ["no scope", { name: "x", scopes: [], expires_in_days: 1 }],
    ["an unknown scope", { name: "x", scopes: ["admin"], expires_in_days: 1 }],
    ["no end", { name: "x", scopes: ["read"] }],
    ["an end beyond a year", { name: "x", scopes: ["read"], expires_in_days: 366 }],
    ["another's id", { name: "x", scopes: ["read"], expires_in_days: 1, user_id: "someone" }],
  ])("with %s are refused", async (_what, body) => {
    expect((await create(alice, body)).status).toBe(400);
  });

  it("are at most 20 for a person", async () => {
    const user = await createUser({ role: roles.creator.id });
    for (let made = 0; made < 20; made += 1) await make(user, ["read"]);
    const { status, errors } = await create(user, {
      name: "one more",
      scopes: ["read"],
      expires_in_days: 1,
    });
    expect([status, errors[0]?.message]).toEqual([
      409,
      "You have 20 tokens, which is the most. Revoke one that you no longer use first.",
    ]);
  });

  it("in the address are refused, and do not get into a log", async () => {
    const { token } = await make(alice, ["read"]);
    const { status } = await call("GET", `/items/creator_profiles?access_token=${token}`);
    expect(status).toBe(401);
    expect(await tracesOf(database, token)).toEqual([]);
  });

  /** An administrator beside the one that the stack has. */
  async function administrator(): Promise<TestUser> {
    const { rows } = await database.query<{ role: string }>(
      `select a.role from directus_access a join directus_policies p on p.id = a.policy
        where p.admin_access and a.role is not null limit 1`,
    );
    return createUser({ role: rows[0]?.role ?? "" });
  }

  async function accountOf({ id }: TestUser): Promise<unknown> {
    const { rows } = await database.query(
      "select email, password, role, status, tfa_secret, last_page from directus_users where id = $1",
      [id],
    );
    return rows;
  }
});

async function profileOf({ token, address }: TestUser): Promise<string> {
  const made = await call("POST", "/items/creator_profiles", {
    token,
    from: address,
    body: { platform: "sandbox", username: randomUUID() },
  });
  return (made.data as { id: string }).id;
}

const create = (user: TestUser, body: object) =>
  call("POST", "/tokens", { token: user.token, from: user.address, body });

const reads = (token: string) => call("GET", "/items/creator_profiles", { token });

/** RFC 6238, 30 seconds, 6 digits, for a secret in base32. */
function oneTimeCode(secret: string): string {
  const alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
  const bits = secret
    .split("")
    .map((c) => alphabet.indexOf(c).toString(2).padStart(5, "0"))
    .join("");
  const key = Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)));
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(Math.floor(Date.now() / 30_000)));
  const mac = createHmac("sha1", key).update(counter).digest();
  const offset = (mac.at(-1) ?? 0) & 15;
  return String((mac.readUInt32BE(offset) & 0x7fff_ffff) % 1_000_000).padStart(6, "0");
}

const make = async (user: TestUser, scopes: string[]) => {
  const made = await create(user, {
    name: "a program",
    scopes,
    expires_in_days: 30,
    asks_first: false,
  });
  expect(made.status).toBe(200);
  return made.data as Made;
};
