import { Client, escapeIdentifier } from "pg";
import type { RowCount } from "./manifest.ts";

type Counted = { table: string; count: number; inserted: number; deleted: number };

/** How many rows each table has, and how many were written and deleted since the server counts. */
export async function countRows(client: Client): Promise<Counted[]> {
  const { rows: tables } = await client.query<Omit<Counted, "count">>(
    `select c.relname as table, coalesce(s.n_tup_ins, 0)::float as inserted, coalesce(s.n_tup_del, 0)::float as deleted
       from pg_class c
       left join pg_stat_user_tables s on s.relid = c.oid
      where c.relnamespace = 'public'::regnamespace and c.relkind = 'r'
      order by 1`,
  );
  const counted: Counted[] = [];
  for (const { table, inserted, deleted } of tables) {
    const { rows } = await client.query<{ count: number }>(
      `select count(*)::float as count from public.${escapeIdentifier(table)}`,
    );
    counted.push({ table, inserted, deleted, count: rows[0]?.count ?? 0 });
  }
  return counted;
}

/** What a table can have had at some time between two counts. */
export function boundCounts(before: readonly Counted[], after: readonly Counted[]): RowCount[] {
  const later = new Map(after.map((one) => [one.table, one]));
  return before.flatMap((one) => {
    const end = later.get(one.table);
    if (end === undefined) return [];
    const least = Math.min(one.count, end.count) - Math.max(0, end.deleted - one.deleted);
    const most = Math.max(one.count, end.count) + Math.max(0, end.inserted - one.inserted);
    return [{ table: one.table, least: Math.max(0, least), most }];
  });
}

/** A sentence for each table that has more or fewer rows than the backup says. */
export function compareCounts(
  expected: readonly RowCount[],
  found: readonly Pick<Counted, "count" | "table">[],
): string[] {
  const counts = new Map(found.map(({ table, count }) => [table, count]));
  return expected.flatMap(({ table, least, most }) => {
    const count = counts.get(table);
    if (count === undefined) return [`The table ${table} is missing.`];
    if (count >= least && count <= most) return [];
    const wanted = least === most ? String(least) : `${least} to ${most}`;
    return [`${table} has ${count} rows, and had ${wanted} when the backup was made.`];
  });
}
