import { execFile } from "node:child_process";
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import type { Env } from "../env.ts";
import { misconfigured } from "../misconfigured.ts";

const run = promisify(execFile);
/** Where Debian puts the clients of each version. */
const debian = "/usr/lib/postgresql";

export type PgTools = { pgDump: string; pgRestore: string; psql: string; major: number };

/** The newest clients of PostgreSQL on this machine. Throws a sentence when there are none, or older ones than `atLeast`. */
export async function findPgTools(env: Env, atLeast: number): Promise<PgTools> {
  const folders = [
    ...debianFolders(),
    ...(env["PATH"] ?? "").split(":").filter((path) => path !== ""),
  ];
  const found = (await Promise.all(folders.map(versionIn))).filter((one) => one !== null);
  const newest = found.reduce<PgTools | null>(
    (best, one) => (best === null || one.major > best.major ? one : best),
    null,
  );
  const install = `Install them (apt-get install postgresql-client-${atLeast}, or from https://www.postgresql.org/download/), and run this again.`;
  if (newest === null) {
    throw misconfigured(
      `The programs pg_dump, pg_restore and psql of PostgreSQL ${atLeast} are needed, and are not on this machine. ${install}`,
    );
  }
  if (newest.major < atLeast) {
    throw misconfigured(
      `The database is of PostgreSQL ${atLeast}, and pg_dump on this machine is of ${newest.major}: an older one can't read it. ${install}`,
    );
  }
  return newest;
}

function debianFolders(): string[] {
  try {
    return readdirSync(debian).map((version) => join(debian, version, "bin"));
  } catch {
    return [];
  }
}

async function versionIn(folder: string): Promise<PgTools | null> {
  const [pgDump, pgRestore, psql] = [
    join(folder, "pg_dump"),
    join(folder, "pg_restore"),
    join(folder, "psql"),
  ];
  try {
    const { stdout } = await run(pgDump, ["--version"]);
    const major = Number(stdout.match(/(\d+)(?:\.\d+|beta|rc|devel)/)?.[1]);
    return Number.isNaN(major) ? null : { pgDump, pgRestore, psql, major };
  } catch {
    return null;
  }
}
