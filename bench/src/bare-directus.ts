import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdir, mkdtemp, rm } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { AppError } from "@genie/errors";
import { findFreePort, repositoryRoot } from "@genie/stack";
import type { Client } from "pg";

const readyWithinMs = 180_000;

/**
 * A second Directus on the database of a stack, without anything of ours but the tables, and with its own MCP
 * endpoint, while `work` runs. The stack's own stays as it is.
 */
export async function withBareDirectus<Result>(
  database: Client,
  work: (url: string) => Promise<Result>,
): Promise<Result> {
  await database.query("update directus_settings set mcp_enabled = true, mcp_allow_deletes = true");
  const folder = await mkdtemp(join(tmpdir(), "bare-directus-"));
  for (const name of ["extensions", "uploads"]) await mkdir(join(folder, name));
  const port = await findFreePort();
  const cli = createRequire(join(repositoryRoot, "apps/cms/package.json")).resolve(
    "directus/package.json",
  );
  const child = spawn(process.execPath, [join(dirname(cli), "cli.js"), "start"], {
    cwd: folder,
    env: directusEnv(database, folder, port),
    stdio: "ignore",
  });
  const ended = once(child, "exit");
  try {
    const url = `http://127.0.0.1:${port}`;
    await untilReady(url, () => child.exitCode !== null);
    return await work(url);
  } finally {
    child.kill("SIGTERM");
    await ended;
    await rm(folder, { recursive: true, force: true });
  }
}

/** As ours runs, where that decides how fast it is (`apps/cms/src/directus-env.ts`). */
function directusEnv(
  { host, port: databasePort, database = "", user = "", password }: Client,
  folder: string,
  port: number,
): Record<string, string> {
  return {
    PATH: dirname(process.execPath),
    NODE_ENV: "production",
    HOST: "127.0.0.1",
    PORT: String(port),
    PUBLIC_URL: `http://127.0.0.1:${port}`,
    KEY: "k".repeat(32),
    SECRET: "s".repeat(32),
    TELEMETRY: "false",
    LOG_LEVEL: "error",
    DB_CLIENT: "pg",
    DB_HOST: host,
    DB_PORT: String(databasePort),
    DB_DATABASE: database,
    DB_USER: user,
    DB_PASSWORD: password ?? "",
    DB_EXCLUDE_TABLES: "library_entries",
    CACHE_SCHEMA_FREEZE_ENABLED: "true",
    CACHE_ENABLED: "false",
    REDIS_ENABLED: "false",
    EXTENSIONS_PATH: join(folder, "extensions"),
    STORAGE_LOCAL_ROOT: join(folder, "uploads"),
    PRESSURE_LIMITER_ENABLED: "false",
    WEBSOCKETS_ENABLED: "false",
    MCP_ENABLED: "true",
  };
}

async function untilReady(url: string, hasEnded: () => boolean): Promise<void> {
  for (let waitedMs = 0; waitedMs < readyWithinMs && !hasEnded(); waitedMs += 100) {
    const ping = await fetch(`${url}/server/ping`).catch(() => null);
    if (ping?.ok) return;
    await wait(100);
  }
  throw new AppError("upstream_unavailable", "The bare Directus did not get ready.");
}
