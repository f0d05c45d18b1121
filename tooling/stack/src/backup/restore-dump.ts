import { join } from "node:path";
import { AppError } from "@genie/errors";
import { escapeIdentifier } from "pg";
import type { Installation } from "../installation.ts";
import { loginOf } from "../services/database-login.ts";
import { compareCounts, countRows } from "./count-rows.ts";
import { loadDump } from "./dump-database.ts";
import { holdPublishing } from "./hold-publishing.ts";
import { inBackup } from "./manifest.ts";
import { findPgTools } from "./pg-tools.ts";
import { withDatabase } from "./server.ts";
import type { StagedBackup } from "./stage-backup.ts";

/**
 * Puts a dump into the database of the operator, in one transaction with the stop of publishing. Tables that are there
 * are kept in another schema, whose name is the answer; null when the database was empty.
 */
export async function restoreDump(
  { env, settings }: Pick<Installation, "env" | "settings">,
  { about, folder, manifest }: StagedBackup,
  { replace }: { replace: boolean },
): Promise<string | null> {
  const url = settings.DATABASE_URL ?? "";
  const tools = await findPgTools(env, about.database.postgres);
  return withDatabase(url, async (database) => {
    const { rows } = await database.query<{ tables: number; others: number }>(
      `select (select count(*)::int from information_schema.tables where table_schema = 'public') as tables,
              (select count(*)::int from pg_stat_activity
                where datname = current_database() and pid <> pg_backend_pid()
                  and backend_type = 'client backend') as others`,
    );
    const { tables = 0, others = 0 } = rows[0] ?? {};
    if (others > 0) {
      throw new AppError(
        "conflict",
        `${others === 1 ? "Another program is" : `${others} other programs are`} connected to the database behind DATABASE_URL. Nothing was changed; stop all services of Genie Helper first (pm2 stop all, or systemctl stop 'genie-helper@*').`,
      );
    }
    if (tables > 0 && !replace) {
      throw new AppError(
        "conflict",
        "The database behind DATABASE_URL is not empty. Nothing was changed. To put the backup in its place, run this again with --replace; the tables that are there now are kept in another schema.",
      );
    }
    const kept = `before_restore_${new Date().toISOString().replaceAll(/\D/g, "").slice(0, 14)}`;
    const first =
      tables === 0
        ? ""
        : `alter schema public rename to ${escapeIdentifier(kept)};\ncreate schema public;\n`;
    await loadDump(tools, loginOf(new URL(url)), join(folder, inBackup.dump), {
      first,
      last: holdPublishing,
    });
    const differences = compareCounts(manifest.rows, await countRows(database));
    // One row more: the stop.
    const wrong = differences.filter((line) => !line.startsWith("publish_stops "));
    if (wrong.length > 0) throw new AppError("conflict", wrong.join("\n"));
    return tables === 0 ? null : kept;
  });
}
