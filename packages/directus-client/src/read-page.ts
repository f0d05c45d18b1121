import type { CollectionName } from "@genie/schema";
import type { DirectusClient } from "./create-directus-client.ts";
import { readRows } from "./read-rows.ts";

/** Where a page starts: rows that have the figure come first, those without it after them. */
export type PageCursor = { part: "measured" | "rest"; offset: number };

type Page<Row> = { rows: Row[]; next: PageCursor | null };

type PageRequest = {
  fields: readonly string[];
  filter: Record<string, unknown>;
  /** What is sorted by, the greatest first; null: by `sort` alone. */
  figure: string | null;
  /** The order of rows whose figures are equal, and of those without. */
  sort: readonly string[];
  cursor: PageCursor | undefined;
  limit: number;
};

/** A page of rows by a figure that some of them don't have, and where the next one starts. */
export async function readPage<Row>(
  client: DirectusClient,
  collection: CollectionName,
  { fields, filter, figure, sort, cursor, limit }: PageRequest,
): Promise<Page<Row>> {
  const start = cursor ?? { part: figure === null ? "rest" : "measured", offset: 0 };
  const read = (part: PageCursor["part"], offset: number, count: number) =>
    readRows<Row>(client, collection, {
      fields,
      // PostgreSQL puts what is null first, so those are a part of their own.
      filter: {
        ...filter,
        ...(figure !== null && {
          [figure]: {
            ...filterOn(filter, figure),
            ...(part === "measured" ? { _nnull: true } : { _null: true }),
          },
        }),
      },
      sort: [...(part === "measured" && figure !== null ? [`-${figure}`] : []), ...sort],
      limit: count,
      offset,
    });
  const rows = await read(start.part, start.offset, limit);
  if (rows.length === limit) {
    return { rows, next: { part: start.part, offset: start.offset + limit } };
  }
  if (start.part === "rest") return { rows, next: null };
  const missing = limit - rows.length;
  const rest = await read("rest", 0, missing);
  return {
    rows: [...rows, ...rest],
    next: rest.length === missing ? { part: "rest", offset: missing } : null,
  };
}

/** What the filter says of the figure itself, which stays. */
function filterOn(filter: Record<string, unknown>, figure: string): object {
  const own = filter[figure];
  return typeof own === "object" && own !== null ? own : {};
}
