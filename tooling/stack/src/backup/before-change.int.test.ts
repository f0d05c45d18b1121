import { chmodSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { openDatabase, stackUnderTest } from "@genie/testing";
import { afterAll, beforeEach, expect, it } from "vitest";
import { processEnv } from "../env.ts";
import { makeBackupKey, readIdentities } from "./backup-key.ts";
import { backUpBeforeChange } from "./before-change.ts";
import { noteDataForm, ourDataForm, readDataForm } from "./data-form.ts";
import { withDatabase } from "./server.ts";
import { verifyBackup } from "./verify-backup.ts";

// What a release does before it changes the stack under test, which takes itself for one of an earlier release.

const stack = stackUnderTest();
const database = openDatabase();
const folder = mkdtempSync(join(tmpdir(), "genie-before-"));
const said: string[] = [];
const run = (settings: Record<string, string>) =>
  backUpBeforeChange({
    env: { ...processEnv(), GENIE_DATA_DIR: dirname(stack.runFile), ...settings },
    report: { line: (line) => void said.push(line) },
  });
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
});

it("stops before anything is changed when a backup should be made and can't", async () => {
  await becomeEarlier();
  const recipient = await makeBackupKey(join(folder, "key-1"));
  writeFileSync(join(folder, "file"), "");
  const refused = run({ BACKUP_RECIPIENTS: recipient, BACKUP_DIR: join(folder, "file", "x") });
  await expect(refused).rejects.toThrow(/can't be made\..*\n.*nothing was changed/);
});

it("makes a backup that the earlier release can read, and that is whole", async () => {
  chmodSync(folder, 0o711);
  await becomeEarlier();
  const [key, kept] = [join(folder, "key-2"), join(folder, "kept")];
  await run({ BACKUP_RECIPIENTS: await makeBackupKey(key), BACKUP_DIR: kept });
  const [file = ""] = readdirSync(kept).filter((name) => name.endsWith(".age"));
  expect(said.at(-1)).toContain(file);
  const identities = readIdentities(key);
  const { about, differences } = await verifyBackup(join(kept, file), { identities });
  expect(differences).toEqual([]);
  expect(about.versions).toMatchObject({ product: "0.0.9", directus: "11.0.0" });
});
