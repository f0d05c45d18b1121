import { statSync } from "node:fs";
import { join } from "node:path";
import { restoredMark } from "@genie/schema";
import {
  type Installation,
  makeBackup,
  makeBackupKey,
  readIdentities,
  restoreBackup,
  verifyBackup,
} from "@genie/stack";
import type { Client } from "pg";
import type { Benchmark } from "./benchmark.ts";
import {
  countRows,
  differingRows,
  keptByRestore,
  readColumns,
  readRows,
  readSums,
  type Rows,
  sum,
} from "./compare-rows.ts";
import {
  type FilledInstallation,
  inDatabase,
  onFilledInstallation,
} from "./filled-installation.ts";
import { firstValue, judgeSessions } from "./keys-data.ts";
import { summarize } from "./measure.ts";

const megabyte = 1024 * 1024;

/**
 * Backs an installation with some 25,000 media up while it runs, verifies that, restores it into another folder, and
 * compares: every row of every table, every sealed session, every file, and whether publishing is stopped.
 */
export const restore: Benchmark = {
  defaultRepetitions: 1,
  run: ({ signal }) =>
    onFilledInstallation(signal, async (filled) => {
      const { running, database, folder, say } = filled;
      const key = join(folder, "key");
      const recipients = [await makeBackupKey(key)];
      const identities = readIdentities(key);
      const rows = await readRows(database, keptByRestore(await readColumns(database)));
      const made = await timed(() =>
        makeBackup(running, { lock: { recipients }, to: join(folder, "kept") }),
      );
      say(`Backed up in ${made.seconds} s`);
      const { file } = made.result;
      const verified = await timed(() => verifyBackup(file, { identities }));
      say(`Verified in ${verified.seconds} s`);
      const restored = filled.another("restored");
      const back = await timed(() =>
        restoreBackup(restored, file, { identities }, { replace: false }),
      );
      say(`Restored in ${back.seconds} s`);
      const found = await judge(filled, restored, rows);
      const figures = {
        rows_count: summarize([countRows(rows)]),
        tables_count: summarize([rows.size]),
        files_count: summarize([found.files]),
        backup_mb: summarize([statSync(file).size / megabyte]),
        backup_s: summarize([made.seconds]),
        verify_s: summarize([verified.seconds]),
        restore_s: summarize([back.seconds]),
        verify_differences_count: summarize([verified.result.differences.length]),
        different_rows_count: summarize([found.rows]),
        unreadable_values_count: summarize([found.unreadable]),
        different_files_count: summarize([found.differentFiles]),
        publishing_stopped_count: summarize([found.stopped]),
      };
      const bars = [
        { label: "back up", series: "seconds", figure: figures.backup_s },
        { label: "verify", series: "seconds", figure: figures.verify_s },
        { label: "restore", series: "seconds", figure: figures.restore_s },
      ];
      return { figures, plot: { title: "A backup and back", unit: "seconds", bars } };
    }),
};

async function judge(
  { running, ring, sessions, say }: FilledInstallation,
  restored: Installation,
  rows: Rows,
) {
  const [own, back] = [
    await readSums(running.paths.uploads),
    await readSums(restored.paths.uploads),
  ];
  const names = new Set([...own.keys(), ...back.keys()]);
  return inDatabase(restored, async (database) => {
    const different = differingRows(
      rows,
      await readRows(database, keptByRestore(await readColumns(database))),
    );
    for (const [table, count] of different) say(`${table}: ${count} rows differ`);
    const { unreadable, overwritten } = await judgeSessions(database, ring, sessions, asFilled);
    return {
      rows: sum(different.values()),
      unreadable: unreadable + overwritten,
      files: own.size,
      differentFiles: [...names].filter((name) => own.get(name) !== back.get(name)).length,
      stopped: await countStops(database),
    };
  });
}

const asFilled = (index: number) => [firstValue(index)];

/** One where nothing can be sent: all platforms are stopped, and the first worker has posts looked up. */
async function countStops(database: Client): Promise<number> {
  const { rows } = await database.query<{ count: number }>(
    `select count(*)::int as count from publish_stops, genie_publisher_seen s
      where cause = 'restore' and platform is null and s.last_value = $1`,
    [restoredMark],
  );
  return rows[0]?.count ?? 0;
}

async function timed<Result>(work: () => Promise<Result>) {
  const from = performance.now();
  const result = await work();
  return { result, seconds: Math.round(performance.now() - from) / 1000 };
}
