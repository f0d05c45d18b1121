import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { type Client, escapeIdentifier } from "pg";

/** The columns of each table. */
export type Columns = ReadonlyMap<string, readonly string[]>;
/** How often each row is there, by its fingerprint; by table. */
export type Rows = ReadonlyMap<string, ReadonlyMap<string, number>>;

/** Where a restore writes: that everything is stopped, and that nobody is signed in any more. */
const changedByRestore = new Set(["publish_stops", "directus_sessions", "account_links"]);
const columnChangedByRestore = { table: "directus_users", name: "signed_out_at" };

/** What a restore leaves as it was. */
export const keptByRestore = (columns: Columns): Columns =>
  new Map(
    [...columns]
      .filter(([table]) => !changedByRestore.has(table))
      .map(([table, names]) => [
        table,
        table === columnChangedByRestore.table
          ? names.filter((name) => name !== columnChangedByRestore.name)
          : names,
      ]),
  );

/** All tables of an installation, and their columns in alphabetical order. */
export async function readColumns(database: Client): Promise<Columns> {
  const { rows } = await database.query<{ table: string; columns: string[] }>(
    `select c.relname as table, array_agg(a.attname::text order by a.attname) as columns
       from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
      where c.relnamespace = 'public'::regnamespace and c.relkind = 'r'
      group by 1 order by 1`,
  );
  return new Map(rows.map(({ table, columns }) => [table, columns]));
}

/** A fingerprint of each row, of these columns alone. */
export async function readRows(database: Client, columns: Columns): Promise<Rows> {
  const found = new Map<string, Map<string, number>>();
  for (const [table, names] of columns) {
    const values = names.map((name) => `${escapeIdentifier(name)}::text`).join(", ");
    const { rows } = await database.query<{ print: string; count: number }>(
      `select md5(row(${values})::text) as print, count(*)::int as count
         from public.${escapeIdentifier(table)} group by 1`,
    );
    found.set(table, new Map(rows.map(({ print, count }) => [print, count])));
  }
  return found;
}

/** How many rows are there in one and not in the other, by table; tables that are equal are left out. */
export function differingRows(before: Rows, after: Rows): Map<string, number> {
  const counts = new Map<string, number>();
  for (const table of new Set([...before.keys(), ...after.keys()])) {
    const [old, now] = [before.get(table) ?? new Map(), after.get(table) ?? new Map()];
    let count = 0;
    for (const print of new Set([...old.keys(), ...now.keys()])) {
      count += Math.abs((old.get(print) ?? 0) - (now.get(print) ?? 0));
    }
    if (count > 0) counts.set(table, count);
  }
  return counts;
}

export const sum = (counts: Iterable<number>): number =>
  [...counts].reduce((total, count) => total + count, 0);

export const countRows = (rows: Rows): number =>
  sum([...rows.values()].map((prints) => sum(prints.values())));

/** The SHA-256 of each file of a folder, by its name. */
export async function readSums(folder: string): Promise<Map<string, string>> {
  const sums = new Map<string, string>();
  for (const name of await readdir(folder)) {
    const bytes = await readFile(join(folder, name));
    sums.set(name, createHash("sha256").update(bytes).digest("hex"));
  }
  return sums;
}
