import { randomBytes, randomUUID } from "node:crypto";
import { generateKey, openJson, parseKeyRing, seal, toSealedValue } from "@genie/crypto";
import {
  type BadValue,
  KeyStatus,
  RotateAnswer,
  type RotationMark,
  roles,
  serviceUsers,
} from "@genie/schema";
import {
  call,
  createUser,
  openDatabase,
  stackUnderTest,
  type TestUser,
  tracesOf,
} from "@genie/testing";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type OwnDirectus, startDirectus } from "../../../../src/testing/start-directus.ts";

const sessions = { collection: "platform_sessions", field: "cookies" };
const many = 300;
const oldId = 2_000_000_001;
const lostId = 2_000_000_002;

/** A second Directus that has an old key beside the one of the stack, which seals for both. */
describe("keys", () => {
  const stack = stackUnderTest();
  const database = openDatabase();
  const current = parseKeyRing(stack.sealingKeys, stack.sealingPrimaryKey);
  const oldKey = generateKey();
  const old = parseKeyRing(`${oldId}:${oldKey}`, String(oldId));
  const lost = parseKeyRing(`${lostId}:${generateKey()}`, String(lostId));
  const secret = `canary${randomBytes(12).toString("hex")}`;
  let directus: OwnDirectus;
  let alice: TestUser;
  let profile: string;

  beforeAll(async () => {
    directus = await startDirectus({
      SEALING_KEYS: `${stack.sealingKeys},${oldId}:${oldKey}`,
      SEALING_PRIMARY_KEY: stack.sealingPrimaryKey,
    });
    alice = await createUser({ role: roles.creator.id });
    const made = await call("POST", "/items/creator_profiles", {
      token: alice.token,
      from: alice.address,
      body: { platform: "sandbox", username: randomUUID() },
    });
    profile = (made.data as { id: string }).id;
  });
  afterAll(async () => {
    await directus.stop();
    await database.query("delete from directus_users where id = $1", [alice.id]);
    await database.end();
  });

  const contextOf = (rowId: string, place = sessions) => ({ ...place, rowId, ownerId: alice.id });
  const sealedWith = (ring: typeof old, value: unknown, rowId: string, place = sessions) =>
    JSON.stringify(toSealedValue(seal(ring, JSON.stringify(value), contextOf(rowId, place))));
  const store = async (id: string, cookies: string, keyId = oldId) => {
    await database.query(
      `insert into platform_sessions
         (id, user_id, creator_profile_id, platform, cookies, key_id, status, captured_by)
       values ($1, $2, $3, 'sandbox', $4, $5, 'expired', 'token')`,
      [id, alice.id, profile, cookies, keyId],
    );
    return id;
  };
  const storeSession = (value: unknown, ring = old) => {
    const id = randomUUID();
    return store(id, sealedWith(ring, value, id));
  };
  const stored = async (id: string, { collection, field } = sessions) => {
    const { rows } = await database.query<{ value: { sealed: string } }>(
      `select ${field} as value from ${collection} where id = $1`,
      [id],
    );
    return rows[0]?.value.sealed ?? "";
  };
  const opened = async (id: string, place = sessions) =>
    openJson(current, await stored(id, place), contextOf(id, place));
  const askOperator = (method: string, path: string, body?: object) =>
    call(method, path, { token: stack.adminToken, to: directus.url, ...(body && { body }) });
  const rotateSome = async (mark: RotationMark | null, limit = 50) => {
    const answer = await askOperator("POST", "/keys/rotate", { mark, limit });
    expect([answer.status, answer.errors]).toEqual([200, []]);
    expect(answer.text).not.toContain(secret);
    return RotateAnswer.parse(answer.data);
  };
  const rotateRound = async (limit = 50) => {
    const bad: BadValue[] = [];
    let passedOver = 0;
    for (let mark: RotationMark | null = null, first = true; first || mark; first = false) {
      const done = await rotateSome(mark, limit);
      bad.push(...done.bad);
      passedOver += done.passedOver;
      ({ mark } = done);
    }
    return { bad, passedOver };
  };
  const statusOf = async (id: number) => {
    const { keys } = KeyStatus.parse((await askOperator("GET", "/keys/status")).data);
    const key = keys.find((one) => one.id === id);
    const count = key?.values.reduce((sum, { count: each }) => sum + each, 0) ?? 0;
    return { isThere: key?.isThere, count };
  };
  const change = (id: string, cookies: unknown) =>
    call("PATCH", `/items/platform_sessions/${id}`, {
      token: alice.token,
      from: alice.address,
      body: { cookies },
    });

  it("seal every value again while its owner changes some, and go on after the client is gone", async () => {
    const ids: string[] = [];
    for (let index = 0; index < many; index += 1) ids.push(await storeSession([secret, index]));
    const [first = ""] = ids;
    await database.query("update creator_profiles set credentials = $2 where id = $1", [
      profile,
      sealedWith(old, { password: secret }, profile, credentials),
    ]);
    const waiting = await storeConfirmation((id) =>
      sealedWith(old, { note: secret }, id, confirmations),
    );
    const emptied = await storeConfirmation(() => "{}");
    expect(await statusOf(oldId)).toEqual({ isThere: true, count: many + 2 });
    const before = await witnessesOf();

    const latest = new Map<string, unknown>();
    const changeSome = async () => {
      for (const [index, id] of ids.filter((_id, at) => at % 3 === 0).entries()) {
        const cookies = [secret, "changed", index];
        expect((await change(id, cookies)).status).toBe(200);
        latest.set(id, cookies);
      }
    };
    const leaveInTheMiddle = async () => {
      let mark: RotationMark | null = null;
      for (let calls = 0; calls < 8; calls += 1) ({ mark } = await rotateSome(mark, 10));
      // Its marks are lost with it.
      await rotateRound(100);
    };
    await Promise.all([changeSome(), leaveInTheMiddle()]);
    await rotateRound();

    expect(await statusOf(oldId)).toEqual({ isThere: true, count: 0 });
    for (const [index, id] of ids.entries()) {
      expect(await opened(id)).toEqual(latest.get(id) ?? [secret, index]);
    }
    expect(await opened(profile, credentials)).toEqual({ password: secret });
    expect(await opened(waiting, confirmations)).toEqual({ note: secret });
    expect(await keyIdsOf(ids)).toEqual([current.primaryId]);
    const { rows } = await database.query("select params from confirmations where id = $1", [
      emptied,
    ]);
    expect(rows).toEqual([{ params: {} }]);
    const after = await witnessesOf();
    expect({ ...after, activity: after.activity - latest.size }).toEqual(before);
    // Sealed once: there is nothing that would seal it a second time.
    const sealed = await stored(first);
    await rotateRound();
    expect(await stored(first)).toBe(sealed);
    expect(await tracesOf(database, secret)).toEqual([]);
  });

  it("pass over what its owner is writing to at that moment, and wait for nobody", async () => {
    const id = await storeSession(["old"]);
    const mine = sealedWith(current, ["mine"], id);
    const owner = await database.connect();
    try {
      await owner.query("begin");
      await owner.query("update platform_sessions set cookies = $2 where id = $1", [id, mine]);
      expect((await rotateRound()).passedOver).toBe(1);
    } finally {
      await owner.query("commit");
      owner.release();
    }
    expect((await rotateRound()).passedOver).toBe(0);
    expect(await opened(id)).toEqual(["mine"]);
  });

  it("name each value that does not open, leave it as it is, and do the others", async () => {
    const good = await storeSession(["good"]);
    const bad = new Map<string, BadValue["reason"]>([
      [await store(randomUUID(), '{"sealed":"cb1.AAAA"}'), "damaged"],
      [
        await store(randomUUID(), JSON.stringify({ sealed: (await stored(good)).slice(0, -4) })),
        "unopenable",
      ],
      [await store(randomUUID(), JSON.stringify({ sealed: await stored(good) })), "unopenable"],
      [await storeSession(["lost"], lost), "missing_key"],
    ]);
    const before = await Promise.all([...bad.keys()].map((id) => stored(id)));
    const found = (await rotateRound(2)).bad.filter(({ id }) => bad.has(id));
    expect(found.toSorted(byId)).toEqual(
      [...bad].map(([id, reason]) => ({ ...sessions, id, reason })).toSorted(byId),
    );
    expect(await Promise.all([...bad.keys()].map((id) => stored(id)))).toEqual(before);
    expect(await opened(good)).toEqual(["good"]);
    expect(await statusOf(lostId)).toEqual({ isThere: false, count: 1 });
    await database.query("delete from platform_sessions where id = any($1)", [[...bad.keys()]]);
  });

  it("are the operator's alone; the worker gets the samples", async () => {
    const { rows } = await database.query<{ id: string }>(
      "select id from directus_roles where name = 'Administrator'",
    );
    const admin = await createUser({ role: rows[0]?.id ?? "" });
    const id = await storeSession(["untouched"]);
    const before = await stored(id);
    for (const token of [admin.token, alice.token, stack.workerToken, undefined]) {
      for (const [method, path] of [
        ["GET", "/keys/status"],
        ["POST", "/keys/rotate"],
      ] as const) {
        const answer = await call(method, path, { token, to: directus.url });
        expect([answer.status, answer.data]).toEqual([403, undefined]);
      }
    }
    expect(await stored(id)).toBe(before);
    for (const token of [admin.token, alice.token, stack.adminToken, undefined]) {
      expect((await call("POST", "/keys/canaries", { token })).status).toBe(403);
    }
    const canaries = await call("POST", "/keys/canaries", { token: stack.workerToken });
    expect(canaries.data).toEqual([expect.stringMatching(/^cb1\./)]);
    await database.query("delete from directus_users where id = $1", [admin.id]);
  });

  it("refuse a mark that names no field", async () => {
    const mark = { collection: "directus_users", field: "password", after: randomUUID() };
    const answer = await askOperator("POST", "/keys/rotate", { mark });
    expect([answer.status, answer.errors[0]?.message]).toEqual([
      400,
      "This mark names no field of ours. Begin without one; nothing was changed.",
    ]);
  });

  const credentials = { collection: "creator_profiles", field: "credentials" };
  const confirmations = { collection: "confirmations", field: "params" };

  async function storeConfirmation(params: (id: string) => string): Promise<string> {
    const id = randomUUID();
    await database.query(
      `insert into confirmations
         (id, user_id, action_slug, source, params, params_hash, preview, status, expires_at)
       values ($1, $2, 'test', 'mcp', $3, 'x', '{}', 'pending', now() + interval '1 hour')`,
      [id, alice.id, params(id)],
    );
    return id;
  }

  async function keyIdsOf(ids: readonly string[]): Promise<number[]> {
    const { rows } = await database.query<{ key_id: number }>(
      "select distinct key_id from platform_sessions where id = any($1)",
      [ids],
    );
    return rows.map(({ key_id }) => key_id);
  }

  /** What would move if somebody were told of the change. */
  async function witnessesOf() {
    const { rows } = await database.query<{ activity: number; jobs: number; letters: number }>(
      `select (select count(*)::int from directus_activity
                where collection in ('platform_sessions', 'creator_profiles', 'confirmations')
                  and "user" is distinct from $2 and ("user" = $1 or "user" is null)) as activity,
              (select count(*)::int from media_jobs where user_id = $1) as jobs,
              (select count(*)::int from directus_notifications where recipient = $1) as letters,
              (select row_to_json(p.*)::jsonb - 'credentials' from creator_profiles p where id = $3) as profile`,
      [alice.id, serviceUsers.worker.id, profile],
    );
    const [witnesses] = rows;
    if (witnesses === undefined) throw new Error("nothing was counted");
    return witnesses;
  }
});

const byId = (one: BadValue, other: BadValue) => one.id.localeCompare(other.id);
