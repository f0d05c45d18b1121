import { createHash } from "node:crypto";
import type { Database } from "../database.ts";
import { databaseObjects, markOf } from "../model/constraints.ts";
import type { DatabaseObject } from "../model/database-object.ts";

/** The marks that our objects carry in the database, by kind, table and name. */
export async function readMarks(database: Database): Promise<Map<string, string | null>> {
  const { rows } = await database.query<{ key: string; mark: string | null }>(`
    select 'constraint:' || conrelid::regclass || ':' || conname as key,
           obj_description(oid, 'pg_constraint') as mark
      from pg_constraint where connamespace = 'public'::regnamespace and conrelid <> 0
    union all
    select 'index:' || indrelid::regclass || ':' || indexrelid::regclass,
           obj_description(indexrelid, 'pg_class')
      from pg_index join pg_class c on c.oid = indexrelid
      where c.relnamespace = 'public'::regnamespace
    union all
    select 'trigger:' || tgrelid::regclass || ':' || tgname,
           case when tgenabled <> 'O' then 'switched off' else obj_description(t.oid, 'pg_trigger') end
      from pg_trigger t join pg_class c on c.oid = tgrelid
      where not tgisinternal and c.relnamespace = 'public'::regnamespace
    union all
    select 'function:-:' || proname,
           obj_description(oid, 'pg_proc') || ':' || md5(prosrc)
             || case when prosecdef or proconfig is not null then ':altered' else '' end
      from pg_proc where pronamespace = 'public'::regnamespace
    union all
    select 'table:-:' || c.relname,
           obj_description(c.oid, 'pg_class') || ':' || md5((
             select string_agg(a.attname || ' ' || format_type(a.atttypid, a.atttypmod)
                               || case when a.attnotnull then ' not null' else '' end,
                               ', ' order by a.attnum)
               from pg_attribute a
              where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped))
      from pg_class c where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace
        -- Not the table of Directus that carries the mark of the bootstrap.
        and obj_description(c.oid, 'pg_class') ~ '^genie:[0-9a-f]{16}$'
    union all
    select 'sequence:-:' || relname, obj_description(oid, 'pg_class')
      from pg_class where relkind = 'S' and relnamespace = 'public'::regnamespace
        and obj_description(oid, 'pg_class') like 'genie:%'`);
  return new Map(rows.map(({ key, mark }) => [key, mark]));
}

export const keyOf = ({ kind, table, name }: DatabaseObject) => `${kind}:${table ?? "-"}:${name}`;

/** In one transaction: what the code no longer has goes, what differs is made anew. */
export async function applyObjects(database: Database): Promise<number> {
  const wanted = databaseObjects();
  const marks = await readMarks(database);
  const gone = [...marks].filter(
    ([key, mark]) => mark?.startsWith("genie:") && !wanted.some((object) => keyOf(object) === key),
  );
  const stale = wanted.filter((object) => !carriesMark(object, marks.get(keyOf(object)) ?? null));
  if (gone.length === 0 && stale.length === 0) return 0;
  await database.query("begin");
  try {
    for (const [key] of gone) await database.query(dropByKey(key));
    for (const object of stale) await database.query(dropByKey(keyOf(object)));
    // A dropped function has taken its triggers along, a table its indexes.
    const left = await readMarks(database);
    const missing = wanted.filter((candidate) => !left.has(keyOf(candidate)));
    for (const object of missing) {
      await database.query(object.create);
      await database.query(`comment on ${target(object)} is '${markOf(object)}'`);
    }
    for (const fill of new Set(missing.flatMap(({ fill: sql }) => sql ?? []))) {
      await database.query(fill);
    }
    await database.query("commit");
  } catch (error) {
    await database.query("rollback");
    throw error;
  }
  return gone.length + stale.length;
}

function dropByKey(key: string): string {
  const [kind, table, name] = key.split(":");
  if (kind === "constraint") return `alter table ${table} drop constraint if exists ${name}`;
  if (kind === "trigger") return `drop trigger if exists ${name} on ${table}`;
  if (kind === "function") return `drop function if exists ${name} cascade`;
  if (kind === "table") return `drop table if exists ${name} cascade`;
  return `drop ${kind} if exists ${name}`;
}

/** Whether an object in the database is the code's, untouched. */
export function carriesMark(object: DatabaseObject, mark: string | null): boolean {
  const inside = insideOf(object);
  if (inside === null) return mark === markOf(object);
  return mark === `${markOf(object)}:${createHash("md5").update(inside).digest("hex")}`;
}

/** What can be altered under a comment that stays: a function's body, a table's columns. */
function insideOf({ kind, body, columns }: DatabaseObject): string | null {
  if (kind === "function") return body ?? "";
  if (kind !== "table") return null;
  return Object.entries(columns ?? {})
    .map(([name, type]) => `${name} ${type}`)
    .join(", ");
}

function target({ kind, table, name }: DatabaseObject): string {
  if (kind === "function") return `function ${name}`;
  return table === null || kind === "index" ? `${kind} ${name}` : `${kind} ${name} on ${table}`;
}
