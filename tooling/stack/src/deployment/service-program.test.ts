import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
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

it("a second one has a port and a folder of its own, and all are told of each other", async () => {
  const counts = { WORKER_INSTANCES: "2", BROWSER_INSTANCES: "2", DIRECTUS_INSTANCES: "2" };
  const many = { ...env, ...counts, DIRECTUS_URL: "http://127.0.0.1:8050" };
  const browsers = "http://127.0.0.1:3002,http://127.0.0.1:3012";
  expect((await serviceProgram("worker-2", many)).env).toMatchObject({
    WORKER_PORT: "4013",
    WORKER_DATA_DIR: join(folder, "worker-2"),
    DIRECTUS_URL: "http://127.0.0.1:8050",
    BROWSER_URL: browsers,
  });
  expect((await serviceProgram("browser-2", many)).env).toMatchObject({
    BROWSER_PORT: "3012",
    BROWSER_DATA_DIR: join(folder, "browser-2"),
  });
  expect((await serviceProgram("agentx-cms-2", many)).env).toMatchObject({
    PORT: "8065",
    DIRECTUS_INSTANCES: "2",
    BROWSER_URL: browsers,
    STORAGE_LOCAL_ROOT: join(folder, "uploads"),
  });
  expect((await serviceProgram("dashboard", many)).env).toMatchObject({ BROWSER_URL: browsers });
  await expect(serviceProgram("worker-3", many)).rejects.toThrow(
    /There is no worker-3: WORKER_INSTANCES is 2\. Set it to 3 or more/,
  );
});

it("browser services that are elsewhere, and a sandbox, are where the settings say", async () => {
  const there = {
    BROWSER_URL: "http://10.0.0.2:3002,http://10.0.0.3:3002",
    SANDBOX_URL: "http://sandbox.localhost:3200",
  };
  for (const name of ["agentx-cms", "dashboard", "worker"]) {
    expect([name, (await started(name, there)).env]).toMatchObject([name, there]);
  }
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

it("several Directus are refused without what they agree by and what divides requests", async () => {
  const several = { DIRECTUS_INSTANCES: "2", DATABASE_URL: env["DATABASE_URL"] };
  const queues = { REDIS_URL: "", QUEUES_DATABASE_URL: "postgresql://q:p@db.example.com/queues" };
  await expect(started("agentx-cms", { ...several, ...queues })).rejects.toThrow(
    /several Directus need a Redis to agree on what has changed\. Set REDIS_URL/,
  );
  await expect(started("agentx-cms", several)).rejects.toThrow(/Set DIRECTUS_URL to what divides/);
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

it("pm2 has as many of a service as .env says", () => {
  const file = join(repositoryRoot, "deploy", "pm2", "ecosystem.config.cjs");
  const envFile = join(folder, ".env");
  writeFileSync(envFile, "SECRET=x\nWORKER_INSTANCES=3\nBROWSER_INSTANCES='2'\n");
  const script = `process.stdout.write(JSON.stringify(require(${JSON.stringify(file)})))`;
  const text = execFileSync(process.execPath, ["-e", script], {
    env: { GENIE_ENV_FILE: envFile },
    encoding: "utf8",
  });
  const names = Ecosystem.parse(JSON.parse(text)).apps.map(({ name, args }) => {
    expect(args).toEqual([name]);
    return name;
  });
  expect(names.toSorted()).toEqual([
    "agentx-cms",
    "browser",
    "browser-2",
    "dashboard",
    "mcp",
    "worker",
    "worker-2",
    "worker-3",
  ]);
});

it.each([
  ["http://127.0.0.1:8050", "http://127.0.0.1:8055,http://127.0.0.1:8065"],
  ["https://directus.example.com", "https://directus.example.com"],
])("with Directus at %s the dashboard's server watches %s", async (url, watched) => {
  const here = { ...env, DIRECTUS_URL: url, DIRECTUS_INSTANCES: "2" };
  const dashboard = await serviceProgram("dashboard", here);
  expect(dashboard.env).toMatchObject({ DIRECTUS_URL: url, DIRECTUS_EACH_URL: watched });
});
