import { expect, it } from "vitest";
import { readEnv } from "./env.ts";

const complete = {
  DIRECTUS_URL: "http://127.0.0.1:8055",
  WORKER_TOKEN: "t".repeat(32),
  WORKER_DATA_DIR: "/data/worker",
  SEALING_KEYS: "1:key",
  SEALING_PRIMARY_KEY: "1",
  BROWSER_URL: "http://127.0.0.1:3002",
  BROWSER_TOKEN: "b".repeat(32),
  QUEUES_DATABASE_URL: "postgresql://genie_queues@127.0.0.1/genie_queues",
};

it("needs no more than this", () => {
  expect(readEnv(complete)).toMatchObject({ WORKER_PORT: 3003, SWEEP_INTERVAL_MS: 60_000 });
});

it("takes an empty variable for one that is not set", () => {
  const env = readEnv({ ...complete, REDIS_URL: "", SANDBOX_URL: "" });
  expect(env).toMatchObject({ REDIS_URL: undefined, SANDBOX_URL: undefined });
});

it("names everything that is missing or wrong, and shows no secret", () => {
  const wrong = { ...complete, WORKER_TOKEN: "short-token", WORKER_DATA_DIR: "" };
  expect(() => readEnv(wrong)).toThrow(/^(?=.*WORKER_DATA_DIR)(?=.*WORKER_TOKEN)(?!.*short-token)/);
});

it("says that the queues have no place to live", () => {
  const { QUEUES_DATABASE_URL: _unset, ...rest } = complete;
  expect(() => readEnv(rest)).toThrow(/QUEUES_DATABASE_URL.*REDIS_URL/);
});
