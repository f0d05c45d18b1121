import { randomBytes } from "node:crypto";
import { stackUnderTest } from "@genie/testing";
import { describe, expect, it } from "vitest";
import { runCmsProgram } from "./drift/cms-program.ts";

const key = () => randomBytes(32).toString("base64");

/** None of these may get as far as opening a port; the stack under test goes on beside them. */
describe("a start of Directus", () => {
  const { sealingKeys, sealingPrimaryKey } = stackUnderTest();

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
    const { code, errors } = await runCmsProgram("serve.ts", {
      env: { SEALING_KEYS: `77:${key()}`, SEALING_PRIMARY_KEY: "77" },
    });
    expect([code, errors]).toEqual([
      1,
      `The stored log-ins are sealed with key ${sealingPrimaryKey}, and SEALING_KEYS does not have it. Put it back from your backup; without it every log-in has to be entered again.\n`,
    ]);
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
