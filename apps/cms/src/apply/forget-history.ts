import { everyCollection } from "@genie/schema";
import type { Database } from "../database.ts";

/**
 * Removes the versions that Directus has kept of rows whose collection has none by now, deleted rows included.
 * Answers how many went. Its log of changes holds no words and stays.
 */
export async function forgetHistory(database: Database): Promise<number> {
  const { rows } = await database.query<{ count: number }>(
    `with gone as (
       select id from directus_revisions where collection = any($1)),
     loosened as (
       update directus_revisions set parent = null
        where parent in (select id from gone) and collection <> all($1)),
     deleted as (
       delete from directus_revisions where id in (select id from gone) returning 1)
     select count(*)::int as count from deleted`,
    [unrecorded],
  );
  return rows[0]?.count ?? 0;
}

const unrecorded = everyCollection.filter((one) => one.unrecorded).map(({ name }) => name);
