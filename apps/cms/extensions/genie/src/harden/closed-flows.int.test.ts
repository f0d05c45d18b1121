import { randomUUID } from "node:crypto";
import { flows, roles } from "@genie/schema";
import {
  type Answer,
  call,
  createUser,
  openDatabase,
  stackUnderTest,
  type TestUser,
} from "@genie/testing";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openFlows } from "./closed-flows.ts";

type Caller = { name: string; token: string | undefined; persona: string };

const { adminToken, workerToken } = stackUnderTest();
const notYours =
  "This flow is not yours to start. Nothing was done. GET /flows lists those that are.";

describe("starting flows by hand", () => {
  const database = openDatabase();
  const byHand = randomUUID();
  let alice: TestUser;
  let bob: TestUser;
  let creators: Caller[];
  let others: Caller[];

  beforeAll(async () => {
    alice = await createUser({ role: roles.creator.id });
    bob = await createUser({ role: roles.creator.id });
    const viewer = await createUser({ role: roles.viewer.id });
    const program = async (scopes: string[]) => {
      const made = await call("POST", "/tokens", {
        token: alice.token,
        from: alice.address,
        body: { name: "program", scopes, expires_in_days: 1, asks_first: false },
      });
      return (made.data as { token: string }).token;
    };
    const persona = await personaOf(alice.id);
    creators = [
      { name: "creator", token: alice.token, persona },
      { name: "program that writes", token: await program(["read", "write"]), persona },
    ];
    others = [
      { name: "program that reads", token: await program(["read"]), persona },
      { name: "viewer", token: viewer.token, persona },
      { name: "worker", token: workerToken, persona },
      { name: "stranger", token: undefined, persona },
    ];
    await call("POST", "/flows", {
      token: adminToken,
      body: {
        id: byHand,
        name: "An operator's own",
        trigger: "manual",
        accountability: "all",
        options: { collections: ["user_personas"], requireSelection: false, async: false },
      },
    });
  });
  afterAll(async () => {
    await call("DELETE", `/flows/${byHand}`, { token: adminToken });
    await database.end();
  });

  it("is open for creators and programs that write, on their own rows, and is in the log", async () => {
    expect(openFlows.map(({ id }) => id)).toContain(digestId);
    for (const { token, persona } of creators) {
      const before = await runsOf(digestId);
      const answer = await start(digestId, token, { collection, keys: [persona] });
      expect(answer.status).toBe(200);
      expect(await runsOf(digestId)).toBe(before + 1);
    }
    const inbox = await call("GET", "/notifications?fields=subject,status&limit=-1", {
      token: alice.token,
      from: alice.address,
    });
    expect(inbox.data).toEqual(creators.map(() => ({ subject: "Your day", status: "inbox" })));
  });

  it("is refused on another's rows, on rows that are not there, and on both together; nothing runs", async () => {
    const theirs = await personaOf(bob.id);
    const before = [await runsOf(digestId), await notificationsOf(bob.id)];
    for (const { name, token, persona } of creators) {
      for (const keys of [[theirs], [persona, theirs], [randomUUID()]]) {
        const answer = await start(digestId, token, { collection, keys });
        expect([name, answer.status, answer.errors.length]).toEqual([name, 403, 1]);
      }
    }
    expect([await runsOf(digestId), await notificationsOf(bob.id)]).toEqual(before);
  });

  it.each([
    ["no rows", { collection: "user_personas", keys: [] }],
    ["nothing", {}],
    ["another collection", { collection: "creator_profiles", keys: ["x"] }],
    ["too many rows", { collection: "user_personas", keys: Array.from({ length: 26 }, () => "x") }],
    ["more than that", { collection: "user_personas", keys: ["x"], hour: 3 }],
    ["keys that are none", { collection: "user_personas", keys: [{ id: "x" }] }],
  ])("with %s is refused with a sentence that says how; nothing runs", async (_what, body) => {
    const before = await runsOf(digestId);
    for (const { token } of creators) {
      const { status, errors } = await start(digestId, token, body);
      expect([status, errors[0]?.message]).toEqual([
        400,
        expect.stringMatching(
          /^"Tell me about my day" is started on rows: send .* Nothing was done\.$/,
        ),
      ]);
    }
    expect(await runsOf(digestId)).toBe(before);
  });

  it("is refused to everybody else, whatever they send; nothing runs", async () => {
    const before = await runsOf(digestId);
    for (const { name, token, persona } of others) {
      const { status, errors } = await start(digestId, token, { collection, keys: [persona] });
      expect([name, status, errors[0]?.message]).toEqual([name, 403, notYours]);
    }
    expect(await runsOf(digestId)).toBe(before);
  });

  it.each([
    ...flows
      .filter(({ openToCreators, trigger }) => !openToCreators && trigger !== "webhook")
      .map(({ name, id }) => [name, id] as const),
    ["an operator's own", byHand] as const,
    ["one that is not there", randomUUID()] as const,
    ["no id", "latest"] as const,
  ])("%s: is the administrator's alone", async (_name, id) => {
    const before = await runsOf(id);
    for (const { name, token, persona } of [...creators, ...others]) {
      for (const path of [`/flows/trigger/${id}`, `/Flows/Trigger/${id.toUpperCase()}/`]) {
        for (const method of ["POST", "GET"]) {
          const answer = await call(method, path, {
            token,
            ...(method === "POST" ? { body: { collection, keys: [persona] } } : {}),
          });
          expect([name, method, answer.status, answer.errors[0]?.message]).toEqual([
            name,
            method,
            403,
            notYours,
          ]);
        }
      }
    }
    expect(await runsOf(id)).toBe(before);
  });

  it("none is taken apart by a delete that is refused", async () => {
    const before = await links();
    for (const { token } of [...creators, ...others]) {
      for (const { id } of flows) {
        expect((await call("DELETE", `/flows/${id}`, { token })).status).toBe(403);
      }
      const ids = flows.map(({ id }) => id);
      expect((await call("DELETE", "/flows", { token, body: ids })).status).toBe(403);
      expect((await call("DELETE", "/flows/", { token, body: { keys: ids } })).status).toBe(403);
    }
    expect(await links()).toEqual(before);
  });

  it("an administrator starts her own", async () => {
    const before = await runsOf(byHand);
    const { status } = await start(byHand, adminToken, { collection, keys: [] });
    expect([status, await runsOf(byHand)]).toEqual([200, before + 1]);
  });

  it("one that an operator has switched off is neither listed nor started", async () => {
    const list = () =>
      call("GET", `/flows?fields=id&filter[id][_eq]=${digestId}`, {
        token: alice.token,
        from: alice.address,
      });
    expect((await list()).data).toEqual([{ id: digestId }]);
    await call("PATCH", `/flows/${digestId}`, { token: adminToken, body: { status: "inactive" } });
    try {
      expect((await list()).data).toEqual([]);
      for (const { token, persona } of creators) {
        const { status } = await start(digestId, token, { collection, keys: [persona] });
        expect(status).toBe(403);
      }
    } finally {
      await call("PATCH", `/flows/${digestId}`, { token: adminToken, body: { status: "active" } });
    }
  });

  async function links(): Promise<unknown[]> {
    const { rows } = await database.query(
      "select id, resolve, reject from directus_operations order by id",
    );
    return rows;
  }

  async function personaOf(user: string): Promise<string> {
    const { rows } = await database.query<{ id: string }>(
      `insert into user_personas (id, user_id, timezone) values (gen_random_uuid(), $1, 'UTC')
       on conflict (user_id) do update set timezone = 'UTC' returning id`,
      [user],
    );
    return rows[0]?.id ?? "";
  }

  async function runsOf(flow: string): Promise<number> {
    const { rows } = await database.query<{ count: number }>(
      "select count(*)::int as count from directus_activity where action = 'run' and item = $1",
      [flow],
    );
    return rows[0]?.count ?? -1;
  }

  async function notificationsOf(user: string): Promise<number> {
    const { rows } = await database.query<{ count: number }>(
      "select count(*)::int as count from directus_notifications where recipient = $1",
      [user],
    );
    return rows[0]?.count ?? -1;
  }
});

const collection = "user_personas";
const digestId = "6a1f0c52-0c6b-4a7e-9d61-4f0f5a6c6004";

const start = (id: string, token: string | undefined, body: object): Promise<Answer> =>
  call("POST", `/flows/trigger/${id}`, { token, body });
