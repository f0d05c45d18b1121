import { execFile } from "node:child_process";
import { randomUUID } from "node:crypto";
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { promisify } from "node:util";
import { messageForPeople } from "@genie/errors";
import { publisherSeen, restoredMark } from "@genie/schema";
import { findFreePort } from "@genie/testing";
import { Client } from "pg";
import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import { type Env, processEnv } from "../env.ts";
import { dataPaths } from "../paths.ts";
import { databaseEnv } from "../postgres/cluster.ts";
import { databaseUser } from "../postgres/database-user.ts";
import { freshSecrets } from "../secrets.ts";
import { loginOf } from "../services/database-login.ts";
import { postgresService } from "../services/postgres.ts";
import { parseSettings } from "../settings.ts";
import { type Supervised, supervise } from "../supervision/supervise.ts";
import { countRows, exactCounts } from "./count-rows.ts";
import { dumpDatabase } from "./dump-database.ts";
import { type About, inBackup, type Manifest } from "./manifest.ts";
import { findPgTools, type PgTools } from "./pg-tools.ts";
import { releaseVersions } from "./release.ts";
import { restoreBackup } from "./restore-backup.ts";
import { requireReplaceable, restoreDump } from "./restore-dump.ts";
import { withDatabase } from "./server.ts";
import { writeArchive } from "./write-archive.ts";

// A PostgreSQL of the operator's: that of the machine, whose pg_dump reads it.

const run = promisify(execFile);
const folder = mkdtempSync(join(tmpdir(), "genie-own-"));
const dump = join(folder, inBackup.dump, "000000");
const password = randomUUID();
const madeAt = "2026-03-01T03:00:00.000Z";
const rows = 3_000;

let tools: PgTools;
let server: Supervised;
let port: number;
let manifest: Manifest;
let target: string;

const urlAs = (user: string, name: string) =>
  `postgresql://${user}:${password}@127.0.0.1:${port}/${name}`;
const url = (name: string) => urlAs("postgres", name);
/** The database is hers, and she may do no more than that. */
const operatorsUrl = (name: string) => urlAs("operator", name);
const ask = (name: string, sql: string) =>
  withDatabase(url(name), async (database: Client) => (await database.query(sql)).rows);

beforeAll(async () => {
  chmodSync(folder, 0o711);
  tools = await findPgTools(processEnv(), 15);
  const home = dirname(dirname(tools.pgDump));
  if (!existsSync(join(home, "bin", "postgres"))) {
    throw new Error(`There is no server beside ${tools.pgDump}: apt-get install postgresql`);
  }
  const place = join(folder, "cluster");
  const user = databaseUser(place);
  const secret = join(folder, "password");
  writeFileSync(secret, password);
  mkdirSync(place, { mode: 0o700 });
  for (const path of [secret, place]) if (user) chownSync(path, user.uid, user.gid);
  await run(
    join(home, "bin", "initdb"),
    ["-D", place, "-U", "postgres", `--pwfile=${secret}`, "--auth=scram-sha-256", "--no-sync"],
    { cwd: "/", env: databaseEnv(), ...user },
  );
  port = await findFreePort();
  const service = postgresService(
    { folder: place, home, user },
    { port, adminPassword: password, durable: false },
  );
  server = supervise(service, { logsFolder: folder, tell: () => {}, remember: () => {} });
  await server.ready;
  await ask("postgres", `create role operator login password '${password}'`);
  await ask("postgres", "create database source");
  await ask(
    "source",
    `create table posts (id int primary key, caption text);
     insert into posts select n, repeat(md5(n::text), 20) from generate_series(1, ${rows}) n;
     create table publish_stops (id uuid, platform text, cause text, reason text, date_created timestamptz);
     create sequence ${publisherSeen};
     create table spatial_ref_sys (srid int);
     insert into spatial_ref_sys values (4326);
     alter extension plpgsql add table spatial_ref_sys`,
  );
  mkdirSync(dirname(dump));
});

afterAll(async () => {
  await server?.stop();
  rmSync(folder, { recursive: true, force: true });
});

/** A fresh dump, and a database with rows of another installation. */
beforeEach(async () => {
  await dumpSource();
  target = `target_${randomUUID().slice(0, 8)}`;
  await ask("postgres", `create database ${target} owner operator`);
  await withDatabase(operatorsUrl(target), (database) =>
    database.query("create table posts (id int); insert into posts values (1), (2)"),
  );
});

async function dumpSource(): Promise<void> {
  await withDatabase(url("source"), async (database) => {
    await database.query("begin isolation level repeatable read read only");
    const {
      rows: [{ snapshot }],
    } = await database.query("select pg_export_snapshot() as snapshot");
    manifest = { entries: [], rows: exactCounts(await countRows(database)) };
    const parts: Buffer[] = [];
    for await (const part of dumpDatabase(tools, loginOf(new URL(url("source"))), snapshot)) {
      parts.push(part);
    }
    writeFileSync(dump, Buffer.concat(parts));
    await database.query("commit");
  });
}

const restore = (replace: boolean) => {
  const env: Env = {
    PATH: processEnv()["PATH"],
    DATABASE_URL: operatorsUrl(target),
    REDIS_URL: "redis://localhost",
  };
  const about = { database: { postgres: tools.major }, made_at: madeAt };
  const staged = { about, folder, manifest } as Parameters<typeof restoreDump>[1];
  return restoreDump({ env, settings: parseSettings(env, folder) }, staged, { replace });
};

/** As it was: its own rows, and no other schema. */
async function isUntouched(): Promise<void> {
  expect(await ask(target, "select count(*)::int as count from posts")).toEqual([{ count: 2 }]);
  expect(
    await ask(target, "select nspname from pg_namespace where nspname like 'before_restore%'"),
  ).toEqual([]);
}

it("is refused for a database that holds something, and says how much that is", async () => {
  const asked = requireReplaceable(operatorsUrl(target), { replace: false });
  await expect(asked).rejects.toThrow("it holds 1 table with 2 rows. Nothing was changed.");
  await expect(restore(false)).rejects.toThrow("with --replace");
  await isUntouched();
});

it("is refused while anybody is connected to the database", async () => {
  await withDatabase(url(target), async () => {
    await expect(restore(true)).rejects.toThrow("Another program is connected to the database");
  });
  await isUntouched();
});

it("comes whole, with everything stopped, and keeps what was there in another schema", async () => {
  expect(await restore(true)).toMatch(/^the schema before_restore_\d{17} .*1 table with 2 rows/);
  expect(await ask(target, "select count(*)::int as count from posts")).toEqual([{ count: rows }]);
  expect(await ask(target, "select to_regclass('spatial_ref_sys') as extension")).toEqual([
    { extension: null },
  ]);
  const [stop] = await ask(target, "select cause, reason from publish_stops");
  expect(stop).toMatchObject({ cause: "restore" });
  expect(stop.reason).toContain("2026-03-01 03:00 UTC");
  expect(stop.reason.length).toBeLessThanOrEqual(255);
  expect(await ask(target, `select last_value::int as seen from ${publisherSeen}`)).toEqual([
    { seen: restoredMark },
  ]);
});

it("ends the sessions and links that it brings, and what people were given to come in with", async () => {
  await ask(
    "source",
    `create table directus_sessions (token text);
     insert into directus_sessions values ('open');
     create table account_links (hash text, expires_at timestamptz);
     insert into account_links values ('open', now() + interval '1 hour'), ('over', '2026-01-01');
     create table directus_users (id int, signed_out_at timestamptz);
     insert into directus_users values (1, null), (2, '2026-01-01')`,
  );
  try {
    await dumpSource();
    await restore(true);
    const [state] = await ask(
      target,
      `select (select count(*)::int from directus_sessions) as sessions,
              (select count(*)::int from account_links where expires_at <= now()) as over,
              (select count(*)::int from directus_users where signed_out_at > now() - interval '1 hour') as out`,
    );
    expect(state).toEqual({ sessions: 0, over: 2, out: 2 });
  } finally {
    await ask("source", "drop table directus_sessions, account_links, directus_users");
  }
});

it("commits nothing when pg_restore ends in the middle", async () => {
  truncateSync(dump, 80_000);
  await expect(restore(true)).rejects.toThrow("pg_restore could not read the backup. Nothing was");
  await isUntouched();
});

it("commits nothing when a table has other rows than were counted", async () => {
  manifest = { ...manifest, rows: manifest.rows.map((row) => ({ ...row, least: 7, most: 8 })) };
  await expect(restore(true)).rejects.toThrow(
    `posts has ${rows} rows, and had 7 to 8 when the backup was made.`,
  );
  await isUntouched();
});

it("does not say that nothing was changed when the connection is lost as it commits", async () => {
  // The stop of publishing is the first row that comes after the triggers.
  await ask(
    "source",
    `create function hang_up() returns trigger language plpgsql as
       'begin perform pg_terminate_backend(pg_backend_pid()); return null; end';
     create constraint trigger hang_up after insert on publish_stops
       deferrable initially deferred for each row execute function hang_up()`,
  );
  try {
    await dumpSource();
    const said = await restore(true).then(String, messageForPeople);
    expect(said).toContain("it holds all of the backup or nothing of it. Restore again");
    expect(said).not.toContain("Nothing was changed");
  } finally {
    await ask("source", "drop function hang_up() cascade");
  }
  await isUntouched();
});

it("what can't come to its place stays where it was unpacked, and the next try brings all", async () => {
  const data = join(folder, "data");
  const envFile = join(folder, "settings");
  const env: Env = {
    PATH: processEnv()["PATH"],
    DATABASE_URL: operatorsUrl(target),
    REDIS_URL: "redis://localhost",
    GENIE_DATA_DIR: data,
    GENIE_ENV_FILE: envFile,
  };
  const file = await writeBackup();
  const settings = parseSettings(env, folder);
  const again = () =>
    restoreBackup(
      { env, settings, paths: dataPaths(data) },
      file,
      { passphrase },
      { replace: true },
    );
  const inTheWay = `${envFile}.${process.pid}.tmp`;
  mkdirSync(inTheWay);
  const said = await again().then(String, messageForPeople);
  expect(said).toContain(
    "Restored: the database, where nothing is posted for now and the uploaded files.",
  );
  const kept = join(data, "restoring", inBackup.keys);
  expect(said).toContain(`Missing: the keys (now in ${kept}, to come to ${envFile})`);
  expect(said).toContain("What was there before is in the schema before_restore_");
  expect(readFileSync(kept, "utf8")).toContain("SEALING_KEYS");
  expect(existsSync(join(data, "uploads", "new.png"))).toBe(true);
  expect(await ask(target, "select count(*)::int as count from posts")).toEqual([{ count: rows }]);

  rmSync(inTheWay, { recursive: true });
  const { before } = await again();
  expect(before).toHaveLength(2);
  expect(readFileSync(envFile, "utf8")).toContain("SEALING_KEYS");
  expect(existsSync(join(data, "restoring"))).toBe(false);
});

const passphrase = "four words at random";

/** A backup of the dump, one uploaded file, and keys. */
async function writeBackup(): Promise<string> {
  const [file, from] = [join(folder, "backup.age"), join(folder, "from")];
  mkdirSync(from);
  writeFileSync(join(from, "new.png"), "new");
  const about: About = {
    format: 1,
    versions: { ...releaseVersions(), migration: "" },
    made_at: madeAt,
    database: { kind: "dump", postgres: tools.major, machine: "linux-x64" },
    bucket: null,
  };
  const keys = Object.entries(freshSecrets()).map(([name, value]) => `${name}="${value}"`);
  await writeArchive(file, { lock: { passphrase, workFactor: 10 } }, async (archive) => {
    await archive.text(inBackup.about, JSON.stringify(about));
    await archive.text(inBackup.keys, keys.join("\n"));
    await archive.tree(inBackup.dump, dirname(dump));
    await archive.tree(inBackup.uploads, from);
    const { entries } = archive;
    await archive.text(inBackup.manifest, JSON.stringify({ ...manifest, entries }));
  });
  return file;
}
