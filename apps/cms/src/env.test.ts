import { describe, expect, it } from "vitest";
import { readEnv } from "./env.ts";
import { variablesFor } from "./testing/variables.ts";

const complete = variablesFor("http://localhost:3100");

describe("readEnv", () => {
  it("takes a complete environment and fills in what has a usual value", () => {
    expect(readEnv(complete)).toMatchObject({ HOST: "127.0.0.1", PORT: 8055, LOG_LEVEL: "info" });
  });

  it.each(Object.keys(complete))("names %s when it is missing", (name) => {
    const { [name as keyof typeof complete]: _gone, ...rest } = complete;
    expect(() => readEnv(rest)).toThrow(
      new RegExp(`^The CMS can't start with these settings\\. ${name}: .* \\.env\\.example\\.$`),
    );
  });

  it.each([
    "KEY",
    "SECRET",
    "DIRECTUS_ADMIN_TOKEN",
    "WORKER_TOKEN",
    "BROWSER_READER_TOKEN",
    "PROXY_SECRET",
    "RBAC_SYNC_SECRET",
    "INBOUND_WEBHOOK_SECRET",
  ])("refuses a %s of fewer than 32 characters, and does not repeat it", (name) => {
    const short = "short-secret";
    expect(() => readEnv({ ...complete, [name]: short })).toThrow(
      `${name}: must have at least 32 characters`,
    );
    expect(() => readEnv({ ...complete, [name]: short })).not.toThrow(short);
  });

  it("names every problem at once", () => {
    expect(() => readEnv({})).toThrow(/PUBLIC_URL.*DB_HOST.*SEALING_KEYS.*STORAGE_LOCAL_ROOT/);
  });
});
