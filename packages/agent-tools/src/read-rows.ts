import { AppError } from "@genie/errors";
import { checkFilter, checkPaths } from "./check-query.ts";
import { cursorAt, offsetOf } from "./cursor.ts";
import type { Gate } from "./gate.ts";
import type { Paging } from "./inputs.ts";
import { fieldsOfList, fieldsOfRow } from "./pick-fields.ts";
import { longest, presentRow, presentRows } from "./present-rows.ts";
import type { Table } from "./table.ts";
import type { ToolAnswer } from "./agent-tool.ts";

type ListQuery = Paging & {
  fields?: readonly string[] | undefined;
  filter?: Record<string, unknown> | undefined;
  sort?: readonly string[] | undefined;
};

/** A page of rows: `{rows, next_cursor?, total?}`. */
export async function readList(gate: Gate, table: Table, query: ListQuery): Promise<ToolAnswer> {
  const { fields = fieldsOfList(table), filter = {}, sort = [], limit, cursor, count } = query;
  checkPaths(table, [...fields, ...sort]);
  checkFilter(table, filter);
  const offset = offsetOf(cursor);
  const asked = Object.keys(filter).length > 0 ? { filter } : {};
  const [found, total] = await Promise.all([
    // One more than is shown says whether there are more.
    gate.read(pathOf(table), {
      fields,
      ...asked,
      sort: sort.some((path) => /^-?id$/.test(path)) ? sort : [...sort, "id"],
      limit: limit + 1,
      ...(offset > 0 && { offset }),
    }),
    count ? countRows(gate, table, asked) : null,
  ]);
  const list: unknown[] = Array.isArray(found) ? found : [];
  const { rows, foreign } = presentRows(table, list.slice(0, limit), longest.list);
  const more = list.length > limit ? { next_cursor: cursorAt(offset + limit) } : {};
  return { value: { rows, ...more, ...(total !== null && { total }) }, foreign };
}

/** One row, whole. Throws `forbidden` or `not_found` for one that is not there or not the caller's. */
export async function readOne(
  gate: Gate,
  table: Table,
  { id, fields = fieldsOfRow(table) }: { id: string; fields?: readonly string[] | undefined },
): Promise<ToolAnswer> {
  checkPaths(table, fields);
  const found = await gate.read(`${pathOf(table)}/${encodeURIComponent(id)}`, { fields });
  const { row, foreign } = presentRow(table, found, longest.row);
  return { value: row, foreign };
}

/**
 * A filter for rows that have all words, each in any of their texts. Directus' own search also looks into
 * fields that the caller is never shown, and so answers questions about them.
 */
export function filterOfWords(table: Table, text: string): Record<string, unknown> {
  const texts = table.common.filter((name) =>
    ["string", "text"].includes(table.fields.get(name)?.kind ?? ""),
  );
  if (texts.length === 0) {
    throw new AppError(
      "invalid_input",
      `${table.name} has no texts to search. Use read-items with a filter.`,
    );
  }
  const words = text.split(/\s+/).filter((word) => word !== "");
  return {
    _and: words
      .slice(0, 8)
      .map((word) => ({ _or: texts.map((name) => ({ [name]: { _icontains: word } })) })),
  };
}

async function countRows(gate: Gate, table: Table, asked: object): Promise<number> {
  const answer = await gate.read(pathOf(table), { ...asked, aggregate: { count: "*" } });
  const first: unknown = Array.isArray(answer) ? answer[0] : undefined;
  return typeof first === "object" && first !== null && "count" in first ? Number(first.count) : 0;
}

/** Directus has its own collections elsewhere. */
const pathOf = ({ name }: Table) =>
  name.startsWith("directus_") ? `/${name.slice("directus_".length)}` : `/items/${name}`;
