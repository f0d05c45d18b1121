import { randomBytes } from "node:crypto";
import { open, parseKeyRing } from "@genie/crypto";
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

type Row = { id: string };

const withPassword = (password: string) => ({ username: "alice", password });

describe("secrets", () => {
  const stack = stackUnderTest();
  const ring = parseKeyRing(stack.sealingKeys, stack.sealingPrimaryKey);
  const database = openDatabase();
  const canary = `canary${randomBytes(12).toString("hex")}`;
  const credentials = withPassword(canary);
  let alice: TestUser;
  let bob: TestUser;

  beforeAll(async () => {
    [alice, bob] = await Promise.all([
      createUser({ role: roles.creator.id }),
      createUser({ role: roles.creator.id }),
    ]);
  });
  afterAll(async () => {
    await database.end();
  });

  const profileOf = async (user: TestUser, more: object = { credentials }) => {
    const username = randomBytes(6).toString("hex");
    const made = await as(user, "POST", "/items/creator_profiles", {
      platform: "sandbox",
      username,
      ...more,
    });
    expect(made.status).toBe(200);
    return (made.data as Row).id;
  };
  const sessionOf = async (user: TestUser, profile: string, cookies: unknown = [canary]) => {
    const made = await as(user, "POST", "/items/platform_sessions", {
      creator_profile_id: profile,
      platform: "sandbox",
      captured_by: "extension",
      cookies,
    });
    expect(made.status).toBe(200);
    return (made.data as Row).id;
  };
  const stored = async (collection: string, field: string, id: string) => {
    const { rows } = await database.query<{ value: { sealed: string } | null }>(
      `select ${field} as value from ${collection} where id = $1`,
      [id],
    );
    return rows[0]?.value ?? null;
  };
  const opened = async (collection: string, field: string, id: string, owner: string) => {
    const value = await stored(collection, field, id);
    const context = { collection, field, rowId: id, ownerId: owner };
    return JSON.parse(open(ring, value?.sealed ?? "", context)) as unknown;
  };

  it("are sealed for their row and owner, and open to what was written", async () => {
    const profile = await profileOf(alice);
    const session = await sessionOf(alice, profile, [{ name: "sid", value: canary }]);
    expect(await opened("creator_profiles", "credentials", profile, alice.id)).toEqual(credentials);
    expect(await opened("platform_sessions", "cookies", session, alice.id)).toEqual([
      { name: "sid", value: canary },
    ]);
    const { rows } = await database.query("select key_id from platform_sessions where id = $1", [
      session,
    ]);
    expect(rows).toEqual([{ key_id: ring.primaryId }]);
  });

  it("do not open in another row or for another owner", async () => {
    const mine = await profileOf(alice);
    const theirs = await profileOf(bob);
    await database.query(
      `update creator_profiles set credentials = (select credentials from creator_profiles where id = $1)
        where id = $2`,
      [mine, theirs],
    );
    await expect(opened("creator_profiles", "credentials", theirs, bob.id)).rejects.toMatchObject({
      code: "unopenable",
    });
    await expect(opened("creator_profiles", "credentials", theirs, alice.id)).rejects.toMatchObject(
      {
        code: "unopenable",
      },
    );
  });

  it("are plaintext whatever they look like: what looks sealed is sealed again", async () => {
    const session = await sessionOf(alice, await profileOf(alice));
    const sealed = await stored("platform_sessions", "cookies", session);
    for (const lookalike of [sealed, sealed?.sealed, "cb1.AAAA", { sealed: "cb1.AAAA" }]) {
      const changed = await as(alice, "PATCH", `/items/platform_sessions/${session}`, {
        cookies: lookalike,
      });
      expect(changed.status).toBe(200);
      expect(await opened("platform_sessions", "cookies", session, alice.id)).toEqual(lookalike);
    }
  });

  it("are sealed in rows that are nested in others, new and old", async () => {
    const post = await as(alice, "POST", "/items/scheduled_posts", {
      creator_profile_id: {
        platform: "sandbox",
        username: randomBytes(6).toString("hex"),
        credentials,
      },
    });
    expect(post.status).toBe(200);
    const { id, creator_profile_id: profile } = post.data as Row & { creator_profile_id: string };
    expect(await opened("creator_profiles", "credentials", profile, alice.id)).toEqual(credentials);
    const changed = await as(alice, "PATCH", `/items/scheduled_posts/${id}`, {
      creator_profile_id: { id: profile, credentials: withPassword(`${canary}2`) },
    });
    expect(changed.status).toBe(200);
    expect(await opened("creator_profiles", "credentials", profile, alice.id)).toEqual(
      withPassword(`${canary}2`),
    );
  });

  it("change one row at a time; many at once are refused and nothing is saved", async () => {
    const keys = [await profileOf(alice), await profileOf(alice)];
    const together = await as(alice, "PATCH", "/items/creator_profiles", {
      keys,
      data: { credentials: withPassword("together") },
    });
    expect([together.status, together.errors[0]?.message]).toEqual([
      400,
      "Secrets are sealed one row at a time. Update each row by itself. Nothing was saved.",
    ]);
    for (const key of keys) {
      expect(await opened("creator_profiles", "credentials", key, alice.id)).toEqual(credentials);
    }
    const each = await as(
      alice,
      "PATCH",
      "/items/creator_profiles",
      keys.map((id) => ({ id, credentials: withPassword(id) })),
    );
    expect(each.status).toBe(200);
    for (const key of keys) {
      expect(await opened("creator_profiles", "credentials", key, alice.id)).toEqual(
        withPassword(key),
      );
    }
  });

  it("are cleared with null", async () => {
    const profile = await profileOf(alice);
    const cleared = await as(alice, "PATCH", `/items/creator_profiles/${profile}`, {
      credentials: null,
    });
    expect(cleared.status).toBe(200);
    expect(await stored("creator_profiles", "credentials", profile)).toBeNull();
  });

  it("of another person are refused as if they were not there", async () => {
    const theirs = await profileOf(bob);
    const before = await stored("creator_profiles", "credentials", theirs);
    const body = { credentials: withPassword("mine now") };
    const foreign = await as(alice, "PATCH", `/items/creator_profiles/${theirs}`, body);
    const missing = await as(
      alice,
      "PATCH",
      `/items/creator_profiles/${crypto.randomUUID()}`,
      body,
    );
    expect([foreign.status, missing.status]).toEqual([403, 403]);
    expect(await stored("creator_profiles", "credentials", theirs)).toEqual(before);
  });

  it("are ciphertext to the administrator and the worker", async () => {
    const profile = await profileOf(alice);
    for (const token of [stack.adminToken, stack.workerToken]) {
      const { data, text } = await call(
        "GET",
        `/items/creator_profiles/${profile}?fields=credentials`,
        {
          token,
        },
      );
      expect(data).toEqual({ credentials: { sealed: expect.stringMatching(/^cb1\./) } });
      expect(text).not.toContain(canary);
    }
  });

  it("that the worker or an administrator writes are sealed for the row's owner", async () => {
    const profile = await profileOf(alice);
    const byWorker = await call("POST", "/items/platform_sessions", {
      token: stack.workerToken,
      body: {
        creator_profile_id: profile,
        platform: "sandbox",
        captured_by: "password_login",
        cookies: [canary],
      },
    });
    expect(byWorker.status).toBe(200);
    const { id } = byWorker.data as Row;
    expect(await opened("platform_sessions", "cookies", id, alice.id)).toEqual([canary]);
    const byAdmin = await call("POST", "/items/creator_profiles", {
      token: stack.adminToken,
      body: { platform: "sandbox", username: "by hand", user_id: bob.id, credentials },
    });
    expect(byAdmin.status).toBe(200);
    const made = byAdmin.data as Row;
    expect(await opened("creator_profiles", "credentials", made.id, bob.id)).toEqual(credentials);
    const moved = await call("PATCH", `/items/creator_profiles/${made.id}`, {
      token: stack.adminToken,
      body: { user_id: alice.id },
    });
    expect(moved.status).toBe(403);
  });

  it("leave no revision, and are in plaintext nowhere in the database and in no log", async () => {
    const { rows } = await database.query(
      `select collection from directus_revisions
        where collection in ('creator_profiles', 'platform_sessions')`,
    );
    expect(rows).toEqual([]);
    expect(await tracesOf(database, canary)).toEqual([]);
    expect(await tracesOf(database, alice.password)).toEqual([]);
    expect(await tracesOf(database, alice.token)).toEqual([]);
    expect(await tracesOf(database, stack.adminToken)).toEqual([]);
    expect(await tracesOf(database, stack.workerToken)).toEqual([]);
    expect(await tracesOf(database, stack.proxySecret)).toEqual([]);
  });
});

const as = (user: TestUser, method: string, path: string, body?: object) =>
  call(method, path, { token: user.token, from: user.address, ...(body ? { body } : {}) });
