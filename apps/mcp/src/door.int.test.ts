import { randomUUID } from "node:crypto";
import { roles } from "@genie/schema";
import { ask, call, createUser, openDatabase, stackUnderTest, type TestUser } from "@genie/testing";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { connectAgent } from "./testing/connect-agent.ts";
import { createToken, revokeToken } from "./testing/create-token.ts";
import { mcpUrl } from "./testing/mcp-url.ts";

const { dashboardUrl, adminToken, sessionCookie, workerToken } = stackUnderTest();
const throughDashboard = `${dashboardUrl}/mcp`;

const discover = {
  jsonrpc: "2.0",
  id: 1,
  method: "tools/list",
  params: {},
};

describe("who is let in", () => {
  let creator: TestUser;
  let token: string;

  beforeAll(async () => {
    creator = await createUser({ role: roles.creator.id });
    ({ token } = await createToken(creator, ["read", "write"]));
  });

  it.each([
    ["itself", mcpUrl],
    ["the dashboard", throughDashboard],
  ])("an agent with a token of ours, at %s, by both revisions", async (_where, url) => {
    for (const revision of ["legacy", "2026-07-28"] as const) {
      const agent = await connectAgent(url, token, revision);
      expect((await agent.listTools()).tools).toHaveLength(17);
      expect((await agent.call("get-me")).value).toMatchObject({ user: { id: creator.id } });
      await agent.close();
    }
  });

  it("nobody without one: no session, no service, no address, nothing at all", async () => {
    const given = {
      "a session": creator.token,
      "the set-up service": adminToken,
      "the worker": workerToken,
      "a guess": `ght_${"A".repeat(43)}`,
      nothing: undefined,
    };
    for (const [who, bearer] of Object.entries(given)) {
      const headers = bearer === undefined ? {} : { authorization: `Bearer ${bearer}` };
      const { status, text } = await post(mcpUrl, headers);
      expect([who, status]).toEqual([who, 401]);
      expect(text).toContain("Make one in the dashboard");
    }
    const { status } = await post(`${mcpUrl}?access_token=${token}`, {});
    expect(status).toBe(401);
    const cookie = { cookie: `${sessionCookie}=${creator.token}` };
    expect((await post(throughDashboard, cookie)).status).toBe(401);
  });

  it.each([
    ["a name that is not ours", { host: "evil.example" }, 403],
    ["our name with another before it", { host: "localhost.evil.example" }, 403],
    ["a page that is not ours", { origin: "https://evil.example" }, 403],
    ["a page from nowhere", { origin: "null" }, 403],
    ["a page of ours", { origin: "http://localhost:3100" }, 200],
  ])("called by %s: %j, %i", async (_what, headers, status) => {
    const bearer = { authorization: `Bearer ${token}` };
    expect((await post(mcpUrl, { ...bearer, ...headers })).status).toBe(status);
    expect((await post(throughDashboard, { ...bearer, ...headers })).status).toBe(status);
  });

  it("a revoked token is out at once, for what reaches Directus and what does not", async () => {
    const made = await createToken(creator, ["read"]);
    const agent = await connectAgent(mcpUrl, made.token);
    await agent.call("get-me");
    await revokeToken(creator, made);
    await expect(agent.call("get-me")).rejects.toThrow(/401|Unauthorized|token/i);
    await expect
      .poll(async () => (await post(mcpUrl, { authorization: `Bearer ${made.token}` })).status)
      .toBe(401);
    await agent.close();
  });

  it("a paired browser's token is no program's", async () => {
    const answer = await call("GET", "/tokens/current", { token: creator.token });
    expect(answer.status).toBe(403);
  });

  it("many calls at once are refused, and start nothing", async () => {
    const bearer = { authorization: `Bearer ${token}` };
    const calls = Array.from({ length: 100 }, (_, id) => ({
      ...discover,
      id,
      method: "tools/call",
      params: { name: "get-me", arguments: {} },
    }));
    const { status, text } = await post(mcpUrl, bearer, calls);
    expect([status, text]).toEqual([400, expect.stringContaining("takes no batches")]);
    const guess = { authorization: `Bearer ght_${"A".repeat(43)}` };
    expect((await post(mcpUrl, guess, calls)).status).toBe(401);
  });

  it("there is nothing to subscribe to, and no stream stays open", async () => {
    const method = "subscriptions/listen";
    const revision = "2026-07-28";
    const headers = {
      authorization: `Bearer ${token}`,
      "mcp-protocol-version": revision,
      "mcp-method": method,
    };
    const envelope = {
      "io.modelcontextprotocol/protocolVersion": revision,
      "io.modelcontextprotocol/clientInfo": { name: "an agent", version: "1.0.0" },
      "io.modelcontextprotocol/clientCapabilities": {},
    };
    const params = { notifications: { toolsListChanged: true }, _meta: envelope };
    const { status, text } = await post(mcpUrl, headers, { ...discover, method, params });
    expect(status).toBe(404);
    expect(JSON.parse(text)).toMatchObject({ id: 1, error: { code: -32_601 } });
  });

  it("too much at once, and other ways than POST, are refused", async () => {
    const bearer = { authorization: `Bearer ${token}` };
    const large = { ...discover, params: { name: "x".repeat(1_100_000) } };
    expect((await post(mcpUrl, bearer, large)).status).toBe(413);
    for (const method of ["GET", "DELETE"]) {
      const response = await fetch(mcpUrl, { method, headers: bearer });
      expect([method, response.status]).toEqual([method, 405]);
    }
  });
});

describe("an agent that hangs up", () => {
  const database = openDatabase();
  afterAll(() => database.end());

  const count = async (sql: string, value: unknown) => {
    const { rows } = await database.query<{ n: number }>(`select count(*)::int as n from ${sql}`, [
      value,
    ]);
    return rows[0]?.n;
  };

  it.each([
    ["itself", mcpUrl],
    ["the dashboard", throughDashboard],
  ])("ends what it asked for by an earlier revision, at %s", async (_where, url) => {
    const creator = await createUser({ role: roles.creator.id });
    const { token } = await createToken(creator, ["read", "write"]);
    const profile = randomUUID();
    await database.query(
      `insert into creator_profiles (id, user_id, platform, username) values ($1, $2, 'sandbox', $3)`,
      [profile, creator.id, profile],
    );
    const data = { creator_profile_id: profile, caption: "gone" };
    const params = { name: "create-item", arguments: { collection: "scheduled_posts", data } };
    const gone = new AbortController();
    // Whoever holds the account keeps the post waiting.
    const blocker = await database.connect();
    try {
      const { rows } = await blocker.query<{ pid: number }>("select pg_backend_pid() as pid");
      await blocker.query("begin");
      await blocker.query("select 1 from creator_profiles where id = $1 for update", [profile]);
      const asked = fetch(url, {
        method: "POST",
        headers: {
          authorization: `Bearer ${token}`,
          "content-type": "application/json",
          accept: "application/json, text/event-stream",
        },
        body: JSON.stringify({ ...discover, method: "tools/call", params }),
        signal: gone.signal,
      });
      const waiting = "pg_stat_activity where $1::int = any(pg_blocking_pids(pid))";
      await expect.poll(() => count(waiting, rows[0]?.pid)).toBeGreaterThan(0);
      gone.abort();
      await expect(asked).rejects.toThrow(/abort/i);
      const stopped = "agent_audits where error_message like '%stopped%' and user_id = $1";
      await expect.poll(() => count(stopped, creator.id)).toBe(1);
    } finally {
      await blocker.query("rollback");
      blocker.release();
    }
    const agent = await connectAgent(url, token, "legacy");
    const again = await agent.call(params.name, params.arguments);
    await agent.close();
    expect([again.failed, again.text]).toEqual([false, again.text]);
    // The one that waited would have been made before it.
    expect(await count("scheduled_posts where creator_profile_id = $1", profile)).toBe(1);
  });
});

/** As fetch can't: under any host. */
const post = (url: string, headers: Record<string, string>, body: object = discover) =>
  ask(url, {
    method: "POST",
    headers: {
      "content-type": "application/json",
      accept: "application/json, text/event-stream",
      ...headers,
    },
    body: JSON.stringify(body),
  });
