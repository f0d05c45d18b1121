import { describe, expect, it } from "vitest";
import { readEnv } from "./env.ts";

const complete = {
  PUBLIC_URL: "http://localhost:3100/api/directus",
  DASHBOARD_URL: "http://localhost:3100",
  DB_HOST: "127.0.0.1",
  DB_PORT: "5432",
  DB_DATABASE: "genie",
  DB_USER: "genie",
  DB_PASSWORD: "x",
  KEY: "k".repeat(32),
  SECRET: "s".repeat(32),
  ADMIN_EMAIL: "admin@example.com",
  ADMIN_PASSWORD: "long enough",
  DIRECTUS_ADMIN_TOKEN: "a".repeat(32),
  WORKER_TOKEN: "w".repeat(32),
  BROWSER_URL: "http://127.0.0.1:3002",
  BROWSER_READER_TOKEN: "b".repeat(32),
  PROXY_SECRET: "p".repeat(32),
  RBAC_SYNC_SECRET: "r".repeat(32),
  INBOUND_WEBHOOK_SECRET: "i".repeat(32),
  SEALING_KEYS: "1:x",
  SEALING_PRIMARY_KEY: "1",
  STORAGE_LOCAL_ROOT: "/uploads",
};

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
