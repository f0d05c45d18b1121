import type { LibraryEntriesAnswer, LibraryEntriesRequest, LibraryOrder } from "@genie/schema";
import type { Knex } from "knex";
import type { z } from "zod";
import { conditionsOf, joined } from "./conditions.ts";
import { type Cursor, readCursor, writeCursor } from "./cursor.ts";
import { readMediaRows } from "./media-rows.ts";

/** A page of the owner's library. Throws INVALID_PAYLOAD for a cursor of another order. */
export async function listEntries(
  database: Knex,
  owner: string,
  { query, cursor, limit }: z.output<typeof LibraryEntriesRequest>,
): Promise<LibraryEntriesAnswer> {
  const { order = "newest" } = query;
  const after = cursor === undefined ? null : readCursor(order, cursor);
  const { sql, values } = pageSql(owner, query, after);
  const { rows: found } = await database.raw<{ rows: Cursor[] }>(sql, {
    ...values,
    most: limit + 1,
  });
  const page = found.slice(0, limit);
  const rows = await readMediaRows(
    database,
    page.map(({ id }) => id),
  );
  const last = page.at(-1);
  return {
    rows: page.flatMap(({ id }) => rows.get(id) ?? []),
    next: found.length > limit && last ? writeCursor(order, last) : null,
  };
}

/** What finds the entries of a page, but for the binding `most`. */
export function pageSql(
  owner: string,
  query: z.output<typeof LibraryEntriesRequest>["query"],
  after: Cursor | null,
): { sql: string; values: Record<string, unknown> } {
  const { column, key, direction, bound } = orders[query.order ?? "newest"];
  const { sql, values } = joined(conditionsOf(owner, query));
  const comparison = direction === "desc" ? "<" : ">";
  return {
    sql: `select e.id, cast(${key} as text) as key from library_entries e
           where ${sql}${after ? ` and (e.${column}, e.id) ${comparison} (${bound}, cast(:id as uuid))` : ""}
           order by e.${column} ${direction}, e.id ${direction} limit :most`,
    values: { ...values, ...after },
  };
}

type Order = { column: string; key: string; direction: "asc" | "desc"; bound: string };

const byFigure = (column: string, type: "bigint" | "integer"): Order => ({
  column,
  key: `e.${column}`,
  direction: "desc",
  bound: `cast(:key as ${type})`,
});

const byTime = (direction: Order["direction"]): Order => ({
  column: "at",
  // In microseconds, which is all that PostgreSQL keeps.
  key: "cast(extract(epoch from e.at) * 1000000 as bigint)",
  direction,
  bound: "timestamptz 'epoch' + cast(:key as bigint) * interval '1 microsecond'",
});

const orders = {
  newest: byTime("desc"),
  oldest: byTime("asc"),
  earnings: byFigure("cents", "bigint"),
  likes: byFigure("likes", "integer"),
  comments: byFigure("comments", "integer"),
  views: byFigure("views", "integer"),
} as const satisfies Record<LibraryOrder, Order>;
