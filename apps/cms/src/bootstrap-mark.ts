import { type Database, tableExists, withDatabase } from "./database.ts";
import { directusVersion } from "./directus-env.ts";
import type { Env } from "./env.ts";

// Bootstrapping takes seconds even when there is nothing to do; the mark says that it was done.
const mark = `genie: directus ${directusVersion}`;

/** Whether this version of Directus has already set up its tables here. */
export async function isBootstrapped(env: Env): Promise<boolean> {
  return withDatabase(env, async (database) => {
    if (!(await tableExists(database, "directus_migrations"))) return false;
    const { rows } = await database.query(
      "select obj_description('directus_migrations'::regclass) as mark",
    );
    return rows[0].mark === mark;
  });
}

/** Remembers that the tables of this version are there. */
export async function markBootstrapped(database: Database): Promise<void> {
  await database.query(`comment on table directus_migrations is '${mark}'`);
}
