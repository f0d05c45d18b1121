import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { stackUnderTest } from "./stack-under-test.ts";

const variables = {
  TEST_DATABASE_URL: "postgresql://genie:x@127.0.0.1:1/genie",
  TEST_QUEUES_DATABASE_URL: "postgresql://genie_queues:x@127.0.0.1:1/genie_queues",
  TEST_REDIS_URL: "redis://:x@127.0.0.1:1",
  SANDBOX_URL: "http://sandbox.localhost:1",
  SANDBOX_ADMIN_URL: "http://127.0.0.1:1/admin",
  SANDBOX_ADMIN_TOKEN: "sandbox",
  BLUESKY_URL: "http://localhost:2",
  BLUESKY_FAULTS_TOKEN: "faults",
  MASTODON_TEST_URL: "http://127.0.0.1:3",
  MASTODON_ADMIN_TOKEN: "mastodon",
  MAILBOX_URL: "http://127.0.0.1:3201",
  BROWSER_URL: "http://127.0.0.1:2",
  BROWSER_TOKEN: "browser",
  WORKER_URL: "http://127.0.0.1:3",
  MCP_URL: "http://127.0.0.1:4",
  METRICS_TOKEN: "metrics",
  TEST_COLLECTOR_URL: "http://127.0.0.1:5",
  DASHBOARD_SERVER_URL: "http://127.0.0.1:6",
  TEST_SESSION_COOKIE: "session",
  DIRECTUS_ADMIN_TOKEN: "admin",
  SECRET: "signs",
  WORKER_TOKEN: "worker",
  PROXY_SECRET: "proxy",
  INBOUND_WEBHOOK_SECRET: "webhook",
  SEALING_KEYS: "1:key",
  SEALING_PRIMARY_KEY: "1",
  LOG_DIR: "/logs",
  STORAGE_LOCAL_ROOT: "/uploads",
};

const folder = mkdtempSync(join(tmpdir(), "genie-run-file-"));

describe("stackUnderTest", () => {
  afterAll(() => rmSync(folder, { recursive: true }));
  beforeEach(() => {
    for (const [name, value] of Object.entries(variables)) vi.stubEnv(name, value);
    vi.stubEnv("GENIE_RUN_FILE", runFile({ directus: "http://127.0.0.1:1", dashboard: null }));
  });
  afterEach(() => {
    vi.unstubAllEnvs();
  });

  it("finds the stack by its run file", () => {
    expect(stackUnderTest()).toMatchObject({
      directusUrl: "http://127.0.0.1:1",
      dashboardUrl: null,
      databaseUrl: variables.TEST_DATABASE_URL,
    });
  });

  it.each(["GENIE_RUN_FILE", ...Object.keys(variables)])(
    "fails with a sentence when %s is missing",
    (name) => {
      vi.stubEnv(name, "");
      expect(() => stackUnderTest()).toThrow(
        `${name} is not set. Run this with npm test, which starts the stack.`,
      );
    },
  );

  it("fails with a sentence when no Directus runs", () => {
    vi.stubEnv("GENIE_RUN_FILE", runFile({ directus: null, dashboard: null }));
    expect(() => stackUnderTest()).toThrow("names no Directus. Run this with npm test");
  });
});

function runFile(run: object): string {
  const path = join(folder, "run.json");
  writeFileSync(path, JSON.stringify(run));
  return path;
}
