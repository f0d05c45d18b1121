import { everyCollection } from "@genie/schema";
import { type Client, escapeIdentifier } from "pg";

/** Collections that the earlier release does not have. */
const collections = ["data_transfers", "extension_pairings", "publish_pauses"] as const;

/** Fields that it does not have, with what rows of it get; null: nothing, they stay empty. */
const fields = [
  { collection: "scheduled_posts", field: "late_policy", gets: "publish" },
  { collection: "scheduled_posts", field: "rating", gets: "general" },
  { collection: "scheduled_posts", field: "left_at", gets: null },
  { collection: "creator_profiles", field: "scrape_frequency", gets: "0 */6 * * *" },
  { collection: "creator_profiles", field: "platform_limits", gets: null },
  { collection: "platform_sessions", field: "user_agent", gets: null },
  { collection: "scraped_media", field: "perceptual_hash", gets: null },
  { collection: "directus_files", field: "placeholder", gets: null },
] as const;

/** Rows of Directus that describe what is taken away, by the columns that name it. */
const described = [
  { table: "directus_fields", collection: "collection", field: "field" },
  { table: "directus_relations", collection: "many_collection", field: "many_field" },
];

/**
 * Takes away what the earlier release does not have, the rows in Directus that describe it and who may see it, all
 * triggers and functions, and the mark of the form of the data.
 */
export async function becomeEarlier(database: Client): Promise<void> {
  await database.query("comment on table directus_collections is null");
  await dropOurs(database);
  for (const { collection, field } of fields) {
    await database.query(
      `alter table ${escapeIdentifier(collection)} drop column ${escapeIdentifier(field)} cascade`,
    );
    for (const { table, ...columns } of described) {
      await database.query(
        `delete from ${table} where ${columns.collection} = $1 and ${columns.field} = $2`,
        [collection, field],
      );
    }
    await database.query(
      `update directus_permissions
          set fields = array_to_string(array_remove(string_to_array(fields, ','), $2), ',')
        where collection = $1`,
      [collection, field],
    );
  }
  for (const collection of collections) {
    await database.query(`drop table ${collection} cascade`);
    for (const table of ["directus_fields", "directus_collections", "directus_permissions"]) {
      await database.query(`delete from ${table} where collection = $1`, [collection]);
    }
    await database.query(
      "delete from directus_relations where many_collection = $1 or one_collection = $1",
      [collection],
    );
  }
}

/** Functions of ours with the triggers that call them, and the side tables that they fill. */
async function dropOurs(database: Client): Promise<void> {
  const { rows } = await database.query<{ drop: string }>(
    `select 'drop function ' || oid::regprocedure || ' cascade' as drop from pg_proc
      where pronamespace = 'public'::regnamespace and obj_description(oid, 'pg_proc') like 'genie:%'
     union all
     select 'drop table ' || oid::regclass || ' cascade' from pg_class
      where relnamespace = 'public'::regnamespace and relkind = 'r' and relname = 'library_entries'`,
  );
  for (const { drop } of rows) await database.query(drop);
}

/** Tables and fields of this release that the database lacks. */
export async function missingParts(database: Client): Promise<string[]> {
  const { rows } = await database.query<{ name: string }>(
    `select table_name || '.' || column_name as name from information_schema.columns where table_schema = 'public'`,
  );
  const found = new Set(rows.map(({ name }) => name));
  return everyCollection.flatMap(({ name, fields: own }) =>
    Object.entries(own)
      .filter(([field, { through }]) => through === undefined && !found.has(`${name}.${field}`))
      .map(([field]) => `${name}.${field}`),
  );
}

/** Rows in which a new field is not what is promised, and media that the library does not list. */
export async function countUnfilled(database: Client): Promise<number> {
  let count = 0;
  for (const { collection, field, gets } of fields) {
    const { rows } = await database.query<{ count: number }>(
      `select count(*)::int as count from ${escapeIdentifier(collection)}
        where ${escapeIdentifier(field)}::text is distinct from $1`,
      [gets],
    );
    count += rows[0]?.count ?? 0;
  }
  const { rows } = await database.query<{ count: number }>(
    `select count(*)::int as count from scraped_media m
      where not exists (select 1 from library_entries e where e.id = m.id)`,
  );
  return count + (rows[0]?.count ?? 0);
}
