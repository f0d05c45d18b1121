import { hashApiToken, hashPairingCode } from "@genie/crypto";
import { normalisePairingCode } from "@genie/pairing";
import { roles } from "@genie/schema";
import {
  call,
  createUser,
  openDatabase,
  someAddress,
  type TestUser,
  tracesOf,
} from "@genie/testing";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  asExtension,
  makeCode,
  overviewFor,
  pairBrowser,
  redeem,
} from "../testing/pairing-scene.ts";

const refusedCode =
  "This code is wrong, was used already or is older than ten minutes. Make a new one in the dashboard, under Settings, Browser extension.";

describe("a code that pairs a browser", () => {
  const database = openDatabase();
  let alice: TestUser;

  beforeAll(async () => {
    alice = await createUser({ role: roles.creator.id });
  });
  afterAll(async () => {
    await database.end();
  });

  it("gives a token for one use; neither is stored in clear", async () => {
    const code = await makeCode(alice);
    expect(normalisePairingCode(code)).toBe(code);
    const first = await redeem(` ${code.slice(0, 5).toLowerCase()} - ${code.slice(5)}`);
    expect(first.status).toBe(200);
    const { token, pairing_id: pairing } = first.data as { token: string; pairing_id: string };
    const second = await redeem(code);
    expect([second.status, second.errors[0]?.message]).toEqual([401, refusedCode]);
    const { rows } = await database.query(
      `select p.name, p.status, p.code_hash, t.hash, t.scopes from extension_pairings p
         join api_tokens t on t.extension_pairing_id = p.id where p.id = $1 and p.user_id = $2`,
      [pairing, alice.id],
    );
    expect(rows).toEqual([
      {
        name: "Chromium on Linux",
        status: "active",
        code_hash: hashPairingCode(code),
        hash: hashApiToken(token),
        scopes: ["capture"],
      },
    ]);
    expect(await tracesOf(database, code)).toEqual([]);
    expect(await tracesOf(database, token)).toEqual([]);
    expect((await overviewFor(token)).pairing.name).toBe("Chromium on Linux");
  });

  it("is won by one of many who redeem it at once", async () => {
    const code = await makeCode(alice);
    const answers = await Promise.all(Array.from({ length: 8 }, () => redeem(code)));
    expect(answers.map(({ status }) => String(status)).toSorted()).toEqual([
      "200",
      ...Array<string>(7).fill("401"),
    ]);
  });

  it("is refused alike when it is wrong, out of time, replaced or of somebody who was suspended", async () => {
    const late = await makeCode(await createUser({ role: roles.creator.id }));
    await database.query(
      "update extension_pairings set expires_at = now() - interval '1 second' where code_hash = $1",
      [hashPairingCode(late)],
    );
    const replaced = await makeCode(alice);
    await makeCode(alice);
    const suspended = await createUser({ role: roles.creator.id });
    const theirs = await makeCode(suspended);
    await database.query("update directus_users set status = 'suspended' where id = $1", [
      suspended.id,
    ]);
    for (const code of [late, replaced, theirs, "0000000000", "", "x".repeat(64)]) {
      const { status, errors } = await redeem(code);
      expect([code, status, errors]).toEqual([
        code,
        401,
        [{ message: refusedCode, extensions: { code: "INVALID_CREDENTIALS" } }],
      ]);
    }
  });

  it("can't be guessed: an address has 30 tries a minute", async () => {
    const address = someAddress();
    const tries = await Promise.all(
      Array.from({ length: 35 }, () => redeem("0000000000", address)),
    );
    expect(tries.filter(({ status }) => status === 429).length).toBeGreaterThanOrEqual(5);
  });

  it("is taken from an extension without cookies, and from no page of another site", async () => {
    const code = await makeCode(alice);
    const body = { code, browser: "x" };
    for (const headers of [
      { origin: "https://evil.example" },
      { origin: "null" },
      { origin: "chrome-extension://short" },
      { origin: "moz-extension://evil.example" },
    ]) {
      const { status, text } = await call("POST", "/pairings/redeem", { body, headers });
      expect([status, text.includes("came from another site")]).toEqual([403, true]);
    }
    expect((await redeem(code)).status).toBe(200);
  });

  it("is made by a creator who is signed in, and by no program or viewer", async () => {
    const made = await call("POST", "/tokens", {
      token: alice.token,
      from: alice.address,
      body: { name: "x", scopes: ["read", "write"], expires_in_days: 1, asks_first: false },
    });
    const viewer = await createUser({ role: roles.viewer.id });
    const { token: paired } = await pairBrowser(alice);
    const program = (made.data as { token: string }).token;
    for (const token of [program, viewer.token, paired, undefined]) {
      const { status } = await call("POST", "/pairings", { token, body: {}, from: someAddress() });
      expect(status).toBe(403);
    }
    const scope = await call("POST", "/tokens", {
      token: alice.token,
      from: alice.address,
      body: { name: "x", scopes: ["capture"], expires_in_days: 1 },
    });
    expect(scope.status).toBe(400);
  });
});

describe("a paired browser", () => {
  const database = openDatabase();
  let alice: TestUser;
  let bob: TestUser;

  beforeAll(async () => {
    alice = await createUser({ role: roles.creator.id });
    bob = await createUser({ role: roles.creator.id });
  });
  afterAll(async () => {
    await database.end();
  });

  it("is listed to its owner with the time it was seen, and ends when she deletes it", async () => {
    const { pairing_id: id, token } = await pairBrowser(alice);
    const list = await call("GET", "/items/extension_pairings", {
      token: alice.token,
      from: alice.address,
    });
    expect(list.data).toContainEqual(
      expect.objectContaining({ id, status: "active", last_seen_at: expect.any(String) }),
    );
    expect(list.text).not.toContain("hash");
    const foreign = await call("DELETE", `/items/extension_pairings/${id}`, {
      token: bob.token,
      from: bob.address,
    });
    expect(foreign.status).toBe(403);
    await overviewFor(token);
    const ended = await call("DELETE", `/items/extension_pairings/${id}`, {
      token: alice.token,
      from: alice.address,
    });
    expect(ended.status).toBe(204);
    const after = await asExtension("GET", "/pairings/platforms", { token });
    expect([after.status, after.errors[0]?.extensions?.code]).toEqual([401, "INVALID_CREDENTIALS"]);
    const { rows } = await database.query("select 1 from api_tokens where hash = $1", [
      hashApiToken(token),
    ]);
    expect(rows).toEqual([]);
  });

  it("leaves, and its token is good for nothing then", async () => {
    const { token } = await pairBrowser(alice);
    expect((await asExtension("POST", "/pairings/leave", { token })).status).toBe(200);
    expect((await asExtension("GET", "/pairings/platforms", { token })).status).toBe(401);
  });

  it("is no token of a program: it is in no list of those and counts for none", async () => {
    const user = await createUser({ role: roles.creator.id });
    await pairBrowser(user);
    const filter = encodeURIComponent(JSON.stringify({ extension_pairing_id: { _null: true } }));
    const list = await call("GET", `/items/api_tokens?filter=${filter}`, {
      token: user.token,
      from: user.address,
    });
    expect(list.data).toEqual([]);
  });
});
