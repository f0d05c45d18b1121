import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { createReadStream } from "node:fs";
import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { AppError } from "@genie/errors";
import type { DatabaseLogin } from "../services/database-login.ts";
import type { PgTools } from "./pg-tools.ts";

/** A part is held in memory, because the size of a file is written before it. */
const partBytes = 16 * 1024 * 1024;

/**
 * What pg_dump says of a database at the moment of a snapshot, in its custom format and in parts. Put together in their
 * order they are a file for pg_restore.
 */
export async function* dumpDatabase(
  { pgDump }: PgTools,
  login: DatabaseLogin,
  snapshot: string,
): AsyncGenerator<Buffer> {
  const args = ["--format=custom", "--compress=0", "--no-owner", "--no-privileges"];
  const child = spawn(pgDump, [...args, "--schema=public", `--snapshot=${snapshot}`], {
    env: pgEnv(login),
    stdio: ["ignore", "pipe", "pipe"],
  });
  const end = ended(child, "pg_dump could not read the database. No backup was made.");
  end.catch(() => undefined);
  try {
    let chunks: Buffer[] = [];
    let size = 0;
    for await (const chunk of child.stdout as AsyncIterable<Buffer>) {
      chunks.push(chunk);
      size += chunk.length;
      if (size < partBytes) continue;
      yield Buffer.concat(chunks);
      [chunks, size] = [[], 0];
    }
    await end;
    yield Buffer.concat(chunks);
  } finally {
    child.kill();
  }
}

/**
 * Writes a dump into a database in one transaction: as it was, or all of it. `first` and `last` are SQL of that
 * transaction.
 */
export async function loadDump(
  { pgRestore, psql }: PgTools,
  login: DatabaseLogin,
  folder: string,
  { first, last }: { first: string; last: string },
): Promise<void> {
  const names = (await readdir(folder)).toSorted();
  const unpack = spawn(
    pgRestore,
    ["--file=-", "--schema=public", "--no-owner", "--no-privileges"],
    { stdio: "pipe" },
  );
  const load = spawn(
    psql,
    ["--no-psqlrc", "--quiet", "--set=ON_ERROR_STOP=1", "--single-transaction", "--file=-"],
    { env: pgEnv(login), stdio: ["pipe", "ignore", "pipe"] },
  );
  const kept = "Nothing was changed in the database.";
  await Promise.all([
    ended(unpack, `pg_restore could not read the backup. ${kept}`),
    ended(load, `The database did not take the backup. ${kept}`),
    pipeline(Readable.from(bytesOf(folder, names)), unpack.stdin),
    pipeline(Readable.from(around(first, unpack.stdout, last)), load.stdin),
  ]);
}

async function* bytesOf(folder: string, names: readonly string[]): AsyncGenerator<Buffer> {
  for (const name of names) {
    for await (const chunk of createReadStream(join(folder, name))) yield chunk as Buffer;
  }
}

async function* around(
  first: string,
  middle: AsyncIterable<Buffer>,
  last: string,
): AsyncGenerator<Buffer | string> {
  yield first;
  for await (const chunk of middle) yield chunk;
  yield last;
}

/** What the programs of PostgreSQL need to reach a database; the password is in no list of processes. */
function pgEnv({ host, port, database, user, password, sslMode }: DatabaseLogin) {
  return {
    PGHOST: host,
    PGPORT: String(port),
    PGDATABASE: database,
    PGUSER: user,
    PGPASSWORD: password,
    ...(sslMode !== null && { PGSSLMODE: sslMode === "no-verify" ? "require" : sslMode }),
  };
}

/** Waits for a program to end; throws what it said when it failed. */
async function ended(child: ChildProcess, sentence: string): Promise<void> {
  let said = "";
  child.stderr?.on("data", (chunk: Buffer) => {
    said = `${said}${chunk.toString()}`.slice(-2000);
  });
  const [code] = (await once(child, "close")) as [number | null];
  if (code !== 0) throw new AppError("upstream_unavailable", `${sentence} ${said.trim()}`);
}
