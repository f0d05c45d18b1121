import { statfs } from "node:fs/promises";
import { dirname, join, normalize } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { Client } from "pg";
import { extract } from "tar-stream";
import type { Installation } from "../installation.ts";
import { misconfigured } from "../misconfigured.ts";
import { backupFile, removeDrafts, removeOlder } from "./backup-files.ts";
import { readBaseBackup } from "./base-backup.ts";
import { boundCounts, countRows, exactCounts } from "./count-rows.ts";
import { readDataForm } from "./data-form.ts";
import { dumpDatabase } from "./dump-database.ts";
import { noteLastBackup } from "./last-backup.ts";
import type { Lock } from "./lock.ts";
import { type About, backupFormat, inBackup, type RowCount } from "./manifest.ts";
import { findPgTools } from "./pg-tools.ts";
import { releaseVersions } from "./release.ts";
import { withDatabase, withServer } from "./server.ts";
import { type ArchiveWriter, writeArchive } from "./write-archive.ts";

const neededBytes = 100 * 1024 * 1024;

export type MadeBackup = {
  file: string;
  sizeBytes: number;
  about: About;
  tables: number;
  files: number;
  /** Names of older backups that are gone. */
  removed: readonly string[];
};

type Wanted = {
  lock: Lock;
  /** A folder, or a file that ends with .age. */
  to: string;
  /** How many backups stay in the folder. */
  keep?: number | undefined;
  /** The form of data that it is made before: it says so in its name, and is none of those that `keep` counts. */
  before?: string | undefined;
  /** Ends it with its reason; nothing stays. */
  signal?: AbortSignal | undefined;
};

type Source = {
  installation: Installation;
  database: Client;
  port: number;
  signal: AbortSignal | undefined;
};

/**
 * Makes a backup of an installation that may be running: its database, the uploaded files and the keys, encrypted. The
 * queues are not in it, since what they wake is in the database. Throws a sentence, and leaves no file behind, when
 * something is missing.
 */
export async function makeBackup(
  installation: Installation,
  { lock, to, keep, before, signal }: Wanted,
): Promise<MadeBackup> {
  const file = await backupFile(to, new Date(), before);
  await removeDrafts(dirname(file));
  await requireRoom(dirname(file));
  const work = (port: number) =>
    withDatabase(installation.databaseUrl(port), async (database) => {
      const source = { installation, database, port, signal };
      const about = await describe(source);
      const isCluster = about.database.kind === "cluster";
      let rows: RowCount[] = [];
      let files = 0;
      const sizeBytes = await writeArchive(file, { lock, signal }, async (archive) => {
        await archive.text(inBackup.about, JSON.stringify(about));
        await archive.text(inBackup.keys, keysText(installation));
        rows = await (isCluster ? addCluster(archive, source) : addDump(archive, source));
        const already = archive.entries.length;
        // After the rows: each file that a row names is there by now.
        await archive.tree(inBackup.uploads, installation.paths.uploads);
        files = archive.entries.length - already;
        await archive.text(inBackup.manifest, JSON.stringify({ entries: archive.entries, rows }));
      });
      const removed = keep === undefined ? [] : await removeOlder(dirname(file), keep);
      noteLastBackup(installation.paths.lastBackup, { file, made_at: about.made_at });
      return { file, sizeBytes, about, tables: rows.length, files, removed };
    });
  try {
    return await withServer(installation, work, signal);
  } catch (error) {
    signal?.throwIfAborted();
    throw error;
  }
}

async function describe({ installation, database }: Source): Promise<About> {
  const { settings } = installation;
  const { rows } = await database.query<{ major: number; migration: string }>(
    `select current_setting('server_version_num')::int / 10000 as major,
            (select max(version) from public.directus_migrations) as migration`,
  );
  const found = await readDataForm(database);
  const isWhole = found !== null && found.changing === undefined;
  const { product, directus } = isWhole ? found : releaseVersions();
  const bucket = settings.STORAGE_S3_BUCKET;
  return {
    format: backupFormat,
    // Of the release that wrote them: an earlier one may bring its own data back. None does with half-changed ones.
    versions: { product, directus, migration: rows[0]?.migration ?? "" },
    made_at: new Date().toISOString(),
    database: {
      kind: settings.DATABASE_URL === undefined ? "cluster" : "dump",
      postgres: rows[0]?.major ?? 0,
      machine: `${process.platform}-${process.arch}`,
    },
    bucket:
      bucket === undefined
        ? null
        : { name: bucket, endpoint: settings.STORAGE_S3_ENDPOINT ?? null },
  };
}

async function addCluster(
  archive: ArchiveWriter,
  { installation, database, port }: Source,
): Promise<RowCount[]> {
  const adminPassword = installation.secrets().DATABASE_ADMIN_PASSWORD;
  const before = await countRows(database);
  const unpacker = extract();
  const flowing = pipeline(await readBaseBackup({ port, adminPassword }), unpacker);
  flowing.catch(() => undefined);
  await archive.folder(inBackup.cluster);
  for await (const entry of unpacker) {
    const { name, type, size } = entry.header;
    const path = join(inBackup.cluster, normalize(name)).replace(/\/$/, "");
    if (type === "directory") {
      await archive.folder(path);
      entry.resume();
    } else await archive.file(path, size, Readable.from(entry));
  }
  await flowing;
  return boundCounts(before, await countRows(database));
}

async function addDump(
  archive: ArchiveWriter,
  { installation, database, signal }: Source,
): Promise<RowCount[]> {
  // What is counted is what is dumped: both see the rows of one moment.
  await database.query("begin isolation level repeatable read read only");
  const { rows } = await database.query<{ snapshot: string; major: number }>(
    `select pg_export_snapshot() as snapshot, current_setting('server_version_num')::int / 10000 as major`,
  );
  const { snapshot = "", major = 0 } = rows[0] ?? {};
  const tools = await findPgTools(installation.env, major);
  const counted = await countRows(database);
  await archive.folder(inBackup.dump);
  let n = 0;
  const login = installation.databaseLogin();
  for await (const part of dumpDatabase(tools, login, snapshot, signal)) {
    const name = `${inBackup.dump}/${String(n).padStart(6, "0")}`;
    await archive.file(name, part.length, Readable.from([part]));
    n += 1;
  }
  await database.query("commit");
  return exactCounts(counted);
}

function keysText(installation: Installation): string {
  const lines = Object.entries(installation.secrets()).map(([name, value]) => `${name}="${value}"`);
  return `# The keys of the installation that this backup is of.\n${lines.join("\n")}\n`;
}

async function requireRoom(folder: string): Promise<void> {
  const { bavail, bsize } = await statfs(folder);
  if (bavail * bsize >= neededBytes) return;
  throw misconfigured(
    `The disk of ${folder} has less than 100 MB free. No backup was made; free some space, or name another folder with --to.`,
  );
}
