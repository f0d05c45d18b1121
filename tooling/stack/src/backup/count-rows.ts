import { type Client, escapeIdentifier, escapeLiteral } from "pg";
import type { RowCount } from "./manifest.ts";

type Counted = { table: string; count: number; inserted: number; deleted: number };

const leastRoom = 100;
const partRoom = 0.05;

/**
 * How many rows each table has, and how many were written and deleted since the server counts. Tables of extensions are
 * theirs: pg_dump leaves them out, too.
 */
export async function countRows(client: Client): Promise<Counted[]> {
  const { rows: tables } = await client.query<Omit<Counted, "count">>(
    `select c.relname as table, coalesce(s.n_tup_ins, 0)::float as inserted, coalesce(s.n_tup_del, 0)::float as deleted
       from pg_class c
       left join pg_stat_user_tables s on s.relid = c.oid
      where c.relnamespace = 'public'::regnamespace and c.relkind = 'r'
        and not exists (select from pg_depend d
                         where d.classid = 'pg_class'::regclass and d.objid = c.oid and d.deptype = 'e')
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

/**
 * What a table can have had at some time between two counts. The server hears of a row that comes and goes up to a
 * minute late, so each table gets some room beside: a sound backup must not be refused.
 */
export function boundCounts(before: readonly Counted[], after: readonly Counted[]): RowCount[] {
  const later = new Map(after.map((one) => [one.table, one]));
  return before.flatMap((one) => {
    const end = later.get(one.table);
    if (end === undefined) return [];
    const [low, high] = [Math.min(one.count, end.count), Math.max(one.count, end.count)];
    const room = Math.max(leastRoom, Math.ceil(high * partRoom));
    const least = low - Math.max(0, end.deleted - one.deleted) - room;
    const most = high + Math.max(0, end.inserted - one.inserted) + room;
    // What had rows at both ends has not become empty: that is what the counts are to find.
    return [{ table: one.table, least: Math.max(Math.min(low, 1), least), most }];
  });
}

/** Of a dump, whose rows were counted in the moment that it is of. */
export const exactCounts = (counted: readonly Counted[]): RowCount[] =>
  counted.map(({ table, count }) => ({ table, least: count, most: count }));

/**
 * SQL that fails, with a sentence for each table, unless all have as many rows as they had. For the end of the
 * transaction that brings them.
 */
export function requireCounts(expected: readonly RowCount[]): string {
  const checks = expected.map(({ table, least, most }) => {
    const name = `public.${escapeIdentifier(table)}`;
    const wanted = least === most ? String(least) : `${least} to ${most}`;
    return `
  if pg_catalog.to_regclass(${escapeLiteral(name)}) is null then
    wrong := wrong || ${escapeLiteral(` The table ${table} is missing.`)};
  else
    execute ${escapeLiteral(`select count(*) from ${name}`)} into n;
    if n < ${least} or n > ${most} then
      wrong := wrong || pg_catalog.format(${escapeLiteral(` ${table} has %s rows, and had ${wanted} when the backup was made.`)}, n);
    end if;
  end if;`;
  });
  return `do $check$ declare n bigint; wrong text := ''; begin${checks.join("")}
  if wrong <> '' then raise exception 'It is not what was counted:%', wrong; end if;
end $check$;`;
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
