import { execFile } from "node:child_process";
import { mkdirSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import {
  type Installation,
  makeBackup,
  makeBackupKey,
  readIdentities,
  repositoryRoot,
  restoreBackup,
} from "@genie/stack";
import type { Benchmark } from "./benchmark.ts";
import {
  type Columns,
  countRows,
  differingRows,
  keptByRestore,
  readColumns,
  readRows,
  type Rows,
  sum,
} from "./compare-rows.ts";
import { becomeEarlier, countUnfilled, missingParts } from "./earlier-form.ts";
import {
  type FilledInstallation,
  inDatabase,
  onFilledInstallation,
} from "./filled-installation.ts";
import { summarize } from "./measure.ts";

const run = promisify(execFile);

/** What a release writes anew at each start: the form itself and who may do what, not what people have. */
const written = /^directus_(?!files$|folders$|users$|notifications$)/;

/**
 * An installation in the form of an earlier release, without some of today's tables, fields, side tables and triggers
 * and full of rows, is brought to this release by `prepare`, and back by the backup that this made. Rows are compared
 * one by one: forward in the columns that were there, back in all.
 */
export const upgrade: Benchmark = {
  defaultRepetitions: 1,
  run: ({ signal }) =>
    onFilledInstallation(signal, async (filled) => {
      const { folder, say } = filled;
      const key = join(folder, "key");
      const recipient = await makeBackupKey(key);
      const identities = readIdentities(key);
      const installation = await earlierInstallation(filled, recipient, identities);
      const before = await look(installation);
      const startedAt = performance.now();
      const [kept, said] = await bringForward(installation, recipient, folder);
      const seconds = (performance.now() - startedAt) / 1000;
      say(said);
      const after = await look(installation, before.columns);
      const forward = tell(say, "after the upgrade", ofPeople(before.rows), ofPeople(after.rows));
      const { missing, unfilled } = await inDatabase(installation, async (database) => ({
        missing: await missingParts(database),
        unfilled: await countUnfilled(database),
      }));
      const backups = readdirSync(kept).filter((name) => name.endsWith(".age"));
      await restoreBackup(
        installation,
        join(kept, backups[0] ?? ""),
        { identities },
        { replace: true },
      );
      const back = await look(installation);
      const backward = tell(say, "after going back", before.kept, back.kept);
      const columns = differingColumns(before.columns, back.columns);
      const figures = {
        rows_count: summarize([countRows(before.rows)]),
        upgrade_s: summarize([seconds]),
        backups_count: summarize([backups.length]),
        forward_different_rows_count: summarize([forward]),
        forward_missing_parts_count: summarize([missing.length]),
        forward_unfilled_count: summarize([unfilled]),
        back_different_rows_count: summarize([backward]),
        back_different_columns_count: summarize([columns]),
      };
      const bars = [{ label: "upgrade", series: "seconds", figure: figures.upgrade_s }];
      return { figures, plot: { title: "To this release", unit: "seconds", bars } };
    }),
};

/** An installation that does not run, with the rows of the one that does and an earlier form. */
async function earlierInstallation(
  { database, running, another, folder }: FilledInstallation,
  recipient: string,
  identities: string[],
): Promise<Installation> {
  await becomeEarlier(database);
  const lock = { recipients: [recipient] };
  const { file } = await makeBackup(running, { lock, to: join(folder, "earlier.age") });
  const installation = another("upgraded");
  await restoreBackup(installation, file, { identities }, { replace: false });
  return installation;
}

/** Runs `prepare` as an operator does; answers with the folder of its backup and what it said. */
async function bringForward(
  { env, paths }: Installation,
  recipient: string,
  folder: string,
): Promise<[kept: string, said: string]> {
  const kept = join(folder, "kept");
  mkdirSync(kept);
  const { stdout } = await run(
    process.execPath,
    [join(repositoryRoot, "tooling/stack/src/prepare.ts"), "--database-only"],
    {
      env: {
        PATH: env["PATH"],
        GENIE_ENV_FILE: env["GENIE_ENV_FILE"],
        GENIE_DATA_DIR: paths.root,
        BACKUP_RECIPIENTS: recipient,
        BACKUP_DIR: kept,
      },
    },
  );
  return [kept, stdout.trim()];
}

function look(installation: Installation, only?: Columns) {
  return inDatabase(installation, async (database) => {
    const columns = only ?? (await readColumns(database));
    const rows = await readRows(database, columns);
    // It was restored before, and is again after.
    return { columns, rows, kept: await readRows(database, keptByRestore(columns)) };
  });
}

const ofPeople = (rows: Rows): Rows => new Map([...rows].filter(([table]) => !written.test(table)));

function tell(say: (line: string) => void, when: string, before: Rows, after: Rows): number {
  const different = differingRows(before, after);
  for (const [table, count] of different) say(`${table}: ${count} rows differ ${when}`);
  return sum(different.values());
}

function differingColumns(before: Columns, after: Columns): number {
  const [old, now] = [namesOf(before), namesOf(after)];
  const gone = [...old].filter((name) => !now.has(name));
  const come = [...now].filter((name) => !old.has(name));
  return gone.length + come.length;
}

const namesOf = (columns: Columns): Set<string> =>
  new Set([...columns].flatMap(([table, names]) => names.map((name) => `${table}.${name}`)));
