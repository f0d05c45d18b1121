import { AppError } from "@genie/errors";
import type { SchemaOverview } from "../../directus.ts";

/**
 * Refuses rows of other collections inside of a row: Directus would write them too, and what a step does
 * to the world was judged by its own collection alone. Ids of rows, and lists of links, are fine. Answers
 * the links that are named and so have to be the row's own: others would be moved here.
 */
export function requireFlat(
  { relations }: SchemaOverview,
  collection: string,
  row: Record<string, unknown>,
): { junction: string; field: string; ids: string[] }[] {
  const named: { junction: string; field: string; ids: string[] }[] = [];
  for (const relation of relations) {
    const { field, meta } = relation;
    if (relation.collection === collection && isObject(row[field])) throw nested(field);
    const list = relation.related_collection === collection ? meta?.one_field : null;
    if (!list || !Object.hasOwn(row, list)) continue;
    if (!isListOfLinks(row[list])) throw nested(list);
    const ids = idsIn(row[list]);
    if (ids.length > 0) named.push({ junction: relation.collection, field, ids });
  }
  return named;
}

function isListOfLinks(value: unknown): boolean {
  if (value === null || value === undefined) return true;
  return (
    Array.isArray(value) &&
    value.every((link) => !isObject(link) || Object.values(link).every((inner) => !isObject(inner)))
  );
}

const idsIn = (list: unknown): string[] =>
  (Array.isArray(list) ? list : [])
    .map((link: unknown) =>
      isObject(link) && "id" in link ? link.id : isObject(link) ? null : link,
    )
    .filter((id) => id !== null && id !== undefined)
    .map(String);

const isObject = (value: unknown): value is object => typeof value === "object" && value !== null;

const nested = (field: string) =>
  new AppError(
    "invalid_input",
    `"${field}" takes ids of rows that are there, not rows. Nothing was changed; make or change those first, each by itself.`,
  );
