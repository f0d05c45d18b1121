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
  signal?: AbortSignal,
): AsyncGenerator<Buffer> {
  const args = ["--format=custom", "--compress=0", "--no-owner", "--no-privileges"];
  const child = spawn(pgDump, [...args, "--schema=public", `--snapshot=${snapshot}`], {
    env: pgEnv(login),
    stdio: ["ignore", "pipe", "pipe"],
    ...(signal && { signal }),
  });
  const end = ended(child, () => "pg_dump could not read the database. No backup was made.");
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
 * transaction. `signal` ends it until its rows are in; then it goes to its end, so that whether it has, is known.
 */
export async function loadDump(
  { pgRestore, psql }: PgTools,
  login: DatabaseLogin,
  folder: string,
  { first, last, signal }: { first: string; last: string; signal?: AbortSignal | undefined },
): Promise<void> {
  const names = (await readdir(folder)).toSorted();
  signal?.throwIfAborted();
  const stopping = new AbortController();
  const stop = () => stopping.abort();
  signal?.addEventListener("abort", stop);
  // Ctrl-C at a terminal goes to its whole group of processes: these are not in it.
  const apart = { detached: true, signal: stopping.signal };
  const unpack = spawn(
    pgRestore,
    ["--file=-", "--schema=public", "--no-owner", "--no-privileges"],
    { stdio: "pipe", ...apart },
  );
  const load = spawn(psql, ["--no-psqlrc", "--quiet", "--set=ON_ERROR_STOP=1", "--file=-"], {
    env: pgEnv(login),
    stdio: ["pipe", "ignore", "pipe"],
    ...apart,
  });
  const kept = "Nothing was changed in the database.";
  const unpacked = ended(unpack, () => `pg_restore could not read the backup. ${kept}`);
  let isCommitting = false;
  // psql ends well at the end of what it reads, so that alone commits nothing: a program that dies before leaves it out.
  const sql = async function* () {
    yield `begin;\n${first}\n`;
    for await (const chunk of unpack.stdout) yield chunk as Buffer;
    await unpacked;
    signal?.removeEventListener("abort", stop);
    signal?.throwIfAborted();
    yield `${last}\n`;
    isCommitting = true;
    yield "commit;\n";
  };
  // It may end before it has read all, when it needs no more; whether it was enough, its exit code says.
  const reading = pipeline(Readable.from(bytesOf(folder, names)), unpack.stdin).catch(() => {});
  await allOrFirstFailure([
    reading,
    unpacked,
    ended(load, (code) =>
      isCommitting && code === psqlLostConnection
        ? "The connection to the database was lost in the last moment, so it holds all of the backup or nothing of it. Restore again: it says which."
        : `The database did not take the backup. ${kept}`,
    ),
    pipeline(Readable.from(sql()), load.stdin),
  ]);
}

/** Waits for all to end, and throws what failed first: preferably a sentence, since a broken pipe only follows from it. */
async function allOrFirstFailure(works: readonly Promise<void>[]): Promise<void> {
  const failures: unknown[] = [];
  await Promise.all(works.map((work) => work.catch((error: unknown) => void failures.push(error))));
  if (failures.length > 0) throw failures.find((error) => error instanceof AppError) ?? failures[0];
}

async function* bytesOf(folder: string, names: readonly string[]): AsyncGenerator<Buffer> {
  for (const name of names) {
    for await (const chunk of createReadStream(join(folder, name))) yield chunk as Buffer;
  }
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

/** Of a script; one that the database refused ends with 3. */
const psqlLostConnection = 2;

/** Waits for a program to end; throws what it said when it failed, after the sentence for its exit code. */
async function ended(
  child: ChildProcess,
  sentence: (code: number | null) => string,
): Promise<void> {
  let said = "";
  child.stderr?.on("data", (chunk: Buffer) => {
    said = `${said}${chunk.toString()}`.slice(-2000);
  });
  const [code] = (await once(child, "close")) as [number | null];
  if (code !== 0) throw new AppError("upstream_unavailable", `${sentence(code)} ${said.trim()}`);
}
