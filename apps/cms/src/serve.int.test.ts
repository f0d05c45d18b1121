import { randomBytes, randomInt, randomUUID } from "node:crypto";
import { roles } from "@genie/schema";
import { call, createUser, openDatabase, stackUnderTest } from "@genie/testing";
import { afterAll, describe, expect, it } from "vitest";
import { runCmsProgram } from "./drift/cms-program.ts";

const key = () => randomBytes(32).toString("base64");

/** None of these may get as far as opening a port; the stack under test goes on beside them. */
describe("a start of Directus", () => {
  const { sealingKeys, sealingPrimaryKey } = stackUnderTest();
  const database = openDatabase();
  afterAll(() => database.end());

  const keysWithSample = async () => {
    const { rows } = await database.query<{ key_id: number }>(
      "select key_id from sealing_keys order by key_id",
    );
    return rows.map(({ key_id }) => key_id);
  };

  it("with another key than the one that sealed the data is refused", async () => {
    const wrong = key();
    const { code, errors, output } = await runCmsProgram("serve.ts", {
      env: { SEALING_KEYS: `${sealingPrimaryKey}:${wrong}` },
    });
    expect([code, errors]).toEqual([
      1,
      `Key ${sealingPrimaryKey} in SEALING_KEYS is not the key that sealed the stored log-ins. Put the right one back from your backup. Nothing was changed.\n`,
    ]);
    expect(output + errors).not.toContain(wrong);
  });

  it("without the key that sealed the data is refused", async () => {
    const { token, address: from } = await createUser({ role: roles.creator.id });
    const credentials = { username: "alice", password: key() };
    const body = { platform: "sandbox", username: randomUUID(), credentials };
    const made = await call("POST", "/items/creator_profiles", { token, from, body });
    expect(made.status).toBe(200);
    const { code, errors } = await runCmsProgram("serve.ts", {
      env: { SEALING_KEYS: `77:${key()}`, SEALING_PRIMARY_KEY: "77" },
    });
    expect([code, errors]).toEqual([
      1,
      `Stored log-ins are sealed with key ${sealingPrimaryKey}, and SEALING_KEYS does not have it. Put it back from your backup; without it they have to be entered again. Nothing was changed.\n`,
    ]);
  });

  it("keeps a sample of a new key, and forgets a key that is gone and seals nothing", async () => {
    const before = await keysWithSample();
    const fresh = 2_000_000_000 + randomInt(100_000_000);
    const env = { SEALING_KEYS: `${sealingKeys},${fresh}:${key()}` };
    expect(await runCmsProgram("bootstrap.ts", { env })).toMatchObject({ code: 0, errors: "" });
    expect(await keysWithSample()).toEqual([...before, fresh]);
    expect(await runCmsProgram("bootstrap.ts")).toMatchObject({ code: 0, errors: "" });
    expect(await keysWithSample()).toEqual(before);
  });

  it("stops at a wrong key before there is any service", async () => {
    const { code, errors } = await runCmsProgram("bootstrap.ts", {
      env: { SEALING_KEYS: `${sealingPrimaryKey}:${key()}` },
    });
    expect([code, errors]).toEqual([1, expect.stringContaining("is not the key that sealed")]);
  });

  it("with one key under two ids is refused", async () => {
    const [, one = ""] = sealingKeys.split(":");
    const { code, errors } = await runCmsProgram("bootstrap.ts", {
      env: { SEALING_KEYS: `${sealingKeys},77:${one}` },
    });
    expect([code, errors]).toEqual([1, expect.stringContaining("are one and the same key")]);
    expect(errors).not.toContain(one);
  });

  it.each([
    ["a short key", `1:${randomBytes(16).toString("base64")}`, "has 16 bytes and needs 32"],
    ["a key that is cut off", sealingKeys.slice(0, -2), "is not plain base64"],
    ["a key of zeros", `1:${Buffer.alloc(32).toString("base64")}`, "is all zeros"],
    ["no key", "1:", "has 0 bytes"],
    ["a key without an id", key(), "is not of the form <id>:<key>"],
  ])("with %s is refused, in words that hold nothing of it", async (_what, keys, why) => {
    const { code, errors, output } = await runCmsProgram("serve.ts", {
      env: { SEALING_KEYS: keys, SEALING_PRIMARY_KEY: "1" },
    });
    expect(code).toBe(1);
    expect(errors).toContain(why);
    expect(errors.trim().split("\n")).toHaveLength(1);
    expect(output + errors).not.toContain(keys.slice(2) || "no key");
  });

  it("with a setting that is missing is refused", async () => {
    const { code, errors } = await runCmsProgram("serve.ts", { env: { WORKER_TOKEN: undefined } });
    expect(code).toBe(1);
    expect(errors).toMatch(/^The CMS can't start with these settings\. WORKER_TOKEN: /);
  });

  it("without a place for the queues is refused", async () => {
    const { code, errors } = await runCmsProgram("serve.ts", {
      env: { QUEUES_DATABASE_URL: undefined, REDIS_URL: undefined },
    });
    expect([code, errors]).toEqual([
      1,
      "The queues have no place to live. Set QUEUES_DATABASE_URL or REDIS_URL.\n",
    ]);
  });

  it("without a database is refused", async () => {
    const { code, errors } = await runCmsProgram("serve.ts", { env: { DB_PORT: "1" } });
    expect([code, errors]).toEqual([
      1,
      expect.stringMatching(/^PostgreSQL at .*:1 does not answer, or refuses the user /),
    ]);
  });
});
