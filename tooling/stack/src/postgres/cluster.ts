import { execFile } from "node:child_process";
import {
  chownSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { AppError } from "@genie/errors";
import { misconfigured } from "../misconfigured.ts";
import { commandLine } from "../supervision/processes.ts";
import type { SystemUser } from "./database-user.ts";

const run = promisify(execFile);
/** The major version of the built-in PostgreSQL. */
export const clusterVersion = 18;

export type Cluster = {
  folder: string;
  home: string;
  user: SystemUser | undefined;
};

export function clusterExists(folder: string): boolean {
  return existsSync(join(folder, "PG_VERSION"));
}

/**
 * Makes the cluster unless it is there. It is made beside its place and moved there when complete, so
 * a start that is cut off leaves nothing that looks like a database.
 */
export async function ensureCluster(
  { folder, home, user }: Cluster,
  password: string,
): Promise<void> {
  if (clusterExists(folder)) {
    assertVersion(folder);
    return;
  }
  const draft = `${folder}.new`;
  const passwordFile = `${folder}.password`;
  rmSync(draft, { recursive: true, force: true });
  mkdirSync(draft, { mode: 0o700 });
  writeFileSync(passwordFile, `${password}\n`, { mode: 0o600 });
  if (user) for (const path of [draft, passwordFile]) chownSync(path, user.uid, user.gid);
  try {
    await run(join(home, "bin", "initdb"), initArguments(draft, passwordFile), {
      cwd: "/",
      env: databaseEnv(),
      ...user,
    });
    rmSync(folder, { recursive: true, force: true });
    renameSync(draft, folder);
  } catch (error) {
    throw new AppError("misconfigured", initProblem(error, folder), { cause: error });
  } finally {
    rmSync(passwordFile, { force: true });
    rmSync(draft, { recursive: true, force: true });
  }
}

/** The command that runs the server on loopback, without a socket file (its path may be too long). */
export function serverCommand(
  { folder, home }: Cluster,
  port: number,
  { durable }: { durable: boolean },
): [string, ...string[]] {
  const settings = {
    listen_addresses: "127.0.0.1",
    unix_socket_directories: "",
    password_encryption: "scram-sha-256",
    max_connections: "100",
    log_timezone: "UTC",
    timezone: "UTC",
    ...(durable ? {} : { fsync: "off", synchronous_commit: "off", full_page_writes: "off" }),
  };
  const flags = Object.entries(settings).flatMap(([name, value]) => ["-c", `${name}=${value}`]);
  return [join(home, "bin", "postgres"), "-D", folder, "-p", String(port), ...flags];
}

/** PostgreSQL's own environment: nothing of ours, and no PG variables of the caller. */
export function databaseEnv(): Record<string, string> {
  return { LC_ALL: "C", TZ: "UTC" };
}

/**
 * Removes the pid file of a server that was killed when its pid now belongs to another program;
 * PostgreSQL would take that one for itself. A server that does run keeps its file.
 */
export function removeStalePidFile(folder: string): void {
  const file = join(folder, "postmaster.pid");
  if (!existsSync(file)) return;
  const pid = Number(readFileSync(file, "utf8").split("\n")[0]);
  if (!/postgres/.test(commandLine(pid))) rmSync(file, { force: true });
}

function initArguments(folder: string, passwordFile: string): string[] {
  return [
    `--pgdata=${folder}`,
    `--pwfile=${passwordFile}`,
    "--username=postgres",
    "--auth=scram-sha-256",
    "--encoding=UTF8",
    "--locale=C",
    "--locale-provider=builtin",
    "--builtin-locale=C.UTF-8",
  ];
}

function assertVersion(folder: string): void {
  const found = readFileSync(join(folder, "PG_VERSION"), "utf8").trim();
  if (found === String(clusterVersion)) return;
  throw misconfigured(
    `The database in ${folder} was made by PostgreSQL ${found} and this release brings PostgreSQL ${clusterVersion}. Go back to the release that made it, or dump it there and load it here.`,
  );
}

function initProblem(error: unknown, folder: string): string {
  const output = error instanceof Error && "stderr" in error ? String(error.stderr) : String(error);
  if (/No space left/i.test(output)) {
    return `The disk of ${folder} is full. Free some space, or set GENIE_DATA_DIR to a folder on another disk.`;
  }
  return `PostgreSQL could not make its data folder ${folder}: ${output.trim().split("\n").slice(-4).join(" ")}`;
}
