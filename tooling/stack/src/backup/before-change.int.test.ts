import { chmodSync, existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { openDatabase, stackUnderTest } from "@genie/testing";
import { afterAll, beforeEach, expect, it } from "vitest";
import { processEnv } from "../env.ts";
import { openInstallation } from "../installation.ts";
import { makeBackupKey, readIdentities } from "./backup-key.ts";
import { backUpBeforeChange } from "./before-change.ts";
import { noteDataForm, ourDataForm, readDataForm } from "./data-form.ts";
import { makeBackup } from "./make-backup.ts";
import { releaseVersions } from "./release.ts";
import { withDatabase } from "./server.ts";
import { verifyBackup } from "./verify-backup.ts";

// What a release does before it changes the stack under test, which takes itself for one of an earlier release.

const stack = stackUnderTest();
const database = openDatabase();
const folder = mkdtempSync(join(tmpdir(), "genie-before-"));
const said: string[] = [];
const env = { ...processEnv(), GENIE_DATA_DIR: dirname(stack.runFile) };
const run = (settings: Record<string, string>, signal = new AbortController().signal) =>
  backUpBeforeChange({
    env: { ...env, ...settings },
    report: { line: (line) => void said.push(line) },
    signal,
  });
const foundForm = () => withDatabase(stack.databaseUrl, readDataForm);
const earlier = { form: "0123456789abcdef", product: "0.0.9", directus: "11.0.0" };
const becomeEarlier = () =>
  database.query(
    "comment on table directus_collections is 'genie: form 0123456789abcdef release 0.0.9 directus 11.0.0'",
  );

beforeEach(() => void said.splice(0));
afterAll(async () => {
  await withDatabase(stack.databaseUrl, noteDataForm);
  await database.end();
  rmSync(folder, { recursive: true, force: true });
});

it("a start notes the form of the data, and one of the same release makes no backup", async () => {
  expect(await withDatabase(stack.databaseUrl, readDataForm)).toEqual(ourDataForm());
  await run({ BACKUP_RECIPIENTS: "", BACKUP_DIR: join(folder, "none") });
  expect(said).toEqual([]);
});

it("in a database that nothing has been set up in there is nothing to keep", async () => {
  expect(await withDatabase(stack.queuesDatabaseUrl, readDataForm)).toBeNull();
});

it("data of before this mark are those of an earlier release", async () => {
  await database.query("comment on table directus_collections is null");
  expect(await withDatabase(stack.databaseUrl, readDataForm)).toMatchObject({
    form: "unknown",
    directus: ourDataForm().directus,
  });
});

it("says plainly that no backup is made where nothing says what it is locked with", async () => {
  await becomeEarlier();
  await run({ BACKUP_RECIPIENTS: "" });
  expect(said).toEqual([expect.stringContaining("No backup is made before")]);
  expect(await foundForm()).toEqual({ ...earlier, changing: { backup: null } });
});

it("stops before anything is changed when a backup should be made and can't", async () => {
  await becomeEarlier();
  const recipient = await makeBackupKey(join(folder, "key-1"));
  writeFileSync(join(folder, "file"), "");
  const refused = run({ BACKUP_RECIPIENTS: recipient, BACKUP_DIR: join(folder, "file", "x") });
  await expect(refused).rejects.toThrow(/can't be made\..*\n.*nothing was changed/);
  expect(await foundForm()).toEqual(earlier);
});

it("that is called off leaves no file, and the data as they were", async () => {
  await becomeEarlier();
  const recipient = await makeBackupKey(join(folder, "key-3"));
  const [kept, stopping] = [join(folder, "stopped"), new AbortController()];
  const stopped = run({ BACKUP_RECIPIENTS: recipient, BACKUP_DIR: kept }, stopping.signal);
  stopping.abort();
  await expect(stopped).rejects.toBe(stopping.signal.reason);
  expect(readdirSync(kept)).toEqual([]);
  expect(await foundForm()).toEqual(earlier);
});

it("makes one backup that the earlier release can read, however often the change is begun", async () => {
  chmodSync(folder, 0o711);
  await becomeEarlier();
  const [key, kept] = [join(folder, "key-2"), join(folder, "kept")];
  const recipient = await makeBackupKey(key);
  const settings = { BACKUP_RECIPIENTS: recipient, BACKUP_DIR: kept };
  await run(settings);
  await run(settings);
  const [name = "", ...others] = readdirSync(kept).filter((one) => one.endsWith(".age"));
  const file = join(kept, name);
  expect(others).toEqual([]);
  expect(await foundForm()).toEqual({ ...earlier, changing: { backup: file } });
  expect(said.at(-1)).toContain(`An earlier start has begun`);
  expect(said.at(-1)).toContain(file);
  const { about, differences } = await verifyBackup(file, { identities: readIdentities(key) });
  expect(differences).toEqual([]);
  expect(about.versions).toMatchObject({ product: "0.0.9", directus: "11.0.0" });

  // What is half changed is for the release that changes it.
  const lock = { recipients: [recipient] };
  const made = await makeBackup(openInstallation(env), { lock, to: kept, keep: 1 });
  expect(made.about.versions).toMatchObject(releaseVersions());
  expect(existsSync(file)).toBe(true);
});
