import { messageForPeople } from "@genie/errors";
import type { Installation } from "../installation.ts";
import { findPgTools } from "./pg-tools.ts";
import { withDatabase } from "./server.ts";

/** What time it is for the database, in milliseconds since 1970. */
export async function readDatabaseClock(installation: Installation): Promise<number> {
  return withDatabase(installation.databaseUrl(), async (database) => {
    const { rows } = await database.query<{ ms: number }>(
      "select extract(epoch from clock_timestamp())::float * 1000 as ms",
    );
    return rows[0]?.ms ?? Number.NaN;
  });
}

/** What keeps a database of the operator's from being backed up from here; null when nothing does. */
export async function checkBackupPrograms(installation: Installation): Promise<string | null> {
  const { settings, env } = installation;
  if (settings.DATABASE_URL === undefined) return null;
  const major = await withDatabase(settings.DATABASE_URL, async (database) => {
    const { rows } = await database.query<{ major: number }>(
      "select current_setting('server_version_num')::int / 10000 as major",
    );
    return rows[0]?.major ?? 0;
  });
  return findPgTools(env, major).then(() => null, messageForPeople);
}
