import { mkdtempSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { z } from "zod";
import type { Env } from "../env.ts";
import { repositoryRoot } from "../paths.ts";
import { freshSecrets } from "../secrets.ts";
import { serviceNames, serviceProgram } from "./service-program.ts";

let folder: string;
let env: Env;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "genie-service-"));
  env = {
    ...freshSecrets(),
    GENIE_DATA_DIR: folder,
    DASHBOARD_URL: "https://genie.example.com",
    DATABASE_URL: "postgresql://genie:secret@db.example.com:5433/genie",
    REDIS_URL: "redis://:secret@db.example.com:6379",
    CHROMIUM_PATH: process.execPath,
    FFMPEG_PATH: process.execPath,
    WORKER_PORT: "4003",
  };
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

it("each service is handed what it needs and no key of another", async () => {
  const cms = await serviceProgram("agentx-cms", env);
  expect(cms.env).toMatchObject({
    PORT: "8055",
    PUBLIC_URL: "https://genie.example.com/api/directus",
    SESSION_COOKIE_NAME: "__Host-genie_session",
    DB_HOST: "db.example.com",
    DB_PORT: "5433",
    PASSWORDS: "strong",
  });
  const worker = await serviceProgram("worker", env);
  expect(worker.env).toMatchObject({ WORKER_PORT: "4003", DIRECTUS_URL: "http://127.0.0.1:8055" });
  const mcp = await serviceProgram("mcp", env);
  for (const name of ["SEALING_KEYS", "SECRET", "DATABASE_URL", "DIRECTUS_ADMIN_TOKEN"]) {
    expect(mcp.env).not.toHaveProperty(name);
  }
  expect(worker.env).not.toHaveProperty("SECRET");
});

const started = (name: string, more: Env) => serviceProgram(name, { ...env, ...more });

it("what is missing or wrong is said in sentences, without a value", async () => {
  await expect(started("sidekiq", {})).rejects.toThrow(/There is no service sidekiq\. There are/);
  await expect(started("mcp", { DATABASE_URL: "", REDIS_URL: "" })).rejects.toThrow(
    /DATABASE_URL is missing\. Services that are started one by one need/,
  );
  await expect(started("worker", { SEALING_KEYS: "1:short" })).rejects.toThrow(/SEALING_KEYS/);
  await expect(started("worker", { SEALING_KEYS: "1:short" })).rejects.not.toThrow(/short/);
  await expect(started("worker", { WORKER_TOKEN: "" })).rejects.toThrow(/WORKER_TOKEN is missing/);
});

const Ecosystem = z.object({
  apps: z.array(
    z.object({ name: z.string(), args: z.array(z.string()), kill_timeout: z.number() }),
  ),
});

it("pm2 has all services under their names, and gives each the time that it needs to end", async () => {
  const file = join(repositoryRoot, "deploy", "pm2", "ecosystem.config.cjs");
  const { apps } = Ecosystem.parse(createRequire(import.meta.url)(file));
  expect(apps.map(({ name }) => name).toSorted()).toEqual([...serviceNames].toSorted());
  for (const { name, args, kill_timeout: stopMs } of apps) {
    expect(args).toEqual([name]);
    expect([name, stopMs]).toEqual([name, (await serviceProgram(name, env)).stopWithinMs]);
  }
});
