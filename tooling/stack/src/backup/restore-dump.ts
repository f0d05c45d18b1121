import { join } from "node:path";
import { AppError } from "@genie/errors";
import { escapeIdentifier } from "pg";
import type { Installation } from "../installation.ts";
import { loginOf } from "../services/database-login.ts";
import { closeRestored } from "./close-restored.ts";
import { countRows, requireCounts } from "./count-rows.ts";
import { loadDump } from "./dump-database.ts";
import { inBackup } from "./manifest.ts";
import { findPgTools } from "./pg-tools.ts";
import { withDatabase } from "./server.ts";
import type { StagedBackup } from "./stage-backup.ts";

/** What a database of the operator's holds before a restore. */
export type Held = { tables: number; rows: number };

/**
 * Counts what the database holds. Throws `conflict` while others are connected to it, and when it holds something unless
 * that may be replaced.
 */
export async function requireReplaceable(
  url: string,
  { replace }: { replace: boolean },
): Promise<Held> {
  return withDatabase(url, async (database) => {
    // What else there is of another role's connection, a role that is no superuser does not see.
    const { rows } = await database.query<{ others: number }>(
      `select count(*)::int as others from pg_stat_activity
        where datname = current_database() and pid <> pg_backend_pid()
          and usesysid is not null`,
    );
    const others = rows[0]?.others ?? 0;
    if (others > 0) {
      throw new AppError(
        "conflict",
        `${others === 1 ? "Another program is" : `${others} other programs are`} connected to the database behind DATABASE_URL. Nothing was changed; stop all services of Genie Helper first (pm2 stop all, or systemctl stop 'genie-helper@*').`,
      );
    }
    const counted = await countRows(database);
    const held = {
      tables: counted.length,
      rows: counted.reduce((sum, { count }) => sum + count, 0),
    };
    if (held.tables === 0 || replace) return held;
    throw new AppError(
      "conflict",
      `The database behind DATABASE_URL is not empty: it holds ${describeHeld(held)}. Nothing was changed. To put the backup in its place, run this again with --replace; what is there now is kept in another schema.`,
    );
  });
}

/**
 * Puts a dump into the database of the operator, in one transaction with the count of its rows, the stop of
 * publishing and the end of all sessions: all of it, or nothing. Tables that are there are kept in another schema, which the answer describes; null
 * when the database was empty.
 */
export async function restoreDump(
  { env, settings }: Pick<Installation, "env" | "settings">,
  { about, folder, manifest }: StagedBackup,
  { replace, signal }: { replace: boolean; signal?: AbortSignal | undefined },
): Promise<string | null> {
  const url = settings.DATABASE_URL ?? "";
  const tools = await findPgTools(env, about.database.postgres);
  const held = await requireReplaceable(url, { replace });
  const kept = `before_restore_${new Date().toISOString().replaceAll(/\D/g, "").slice(0, 17)}`;
  await loadDump(tools, loginOf(new URL(url)), join(folder, inBackup.dump), {
    first:
      held.tables === 0
        ? ""
        : `alter schema public rename to ${escapeIdentifier(kept)};\ncreate schema public;`,
    last: `${requireCounts(manifest.rows)}\n${closeRestored(about.made_at)}`,
    signal,
  });
  return held.tables === 0 ? null : `the schema ${kept} of the database (${describeHeld(held)})`;
}

const describeHeld = ({ tables, rows }: Held): string =>
  `${tables} table${tables === 1 ? "" : "s"} with ${rows} row${rows === 1 ? "" : "s"}`;
