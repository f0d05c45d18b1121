import { AppError } from "@genie/errors";
import type { SchemaOverview } from "../../directus.ts";

/**
 * Refuses rows of other collections inside of a row: Directus would write them too, and what a step does
 * to the world was judged by its own collection alone. Ids of rows, and lists of links, are fine.
 */
export function requireFlat(
  { relations }: SchemaOverview,
  collection: string,
  row: Record<string, unknown>,
): void {
  for (const relation of relations) {
    const { field, meta } = relation;
    if (relation.collection === collection && isObject(row[field])) throw nested(field);
    const list = relation.related_collection === collection ? meta?.one_field : null;
    if (list && Object.hasOwn(row, list) && !isListOfLinks(row[list])) throw nested(list);
  }
}

function isListOfLinks(value: unknown): boolean {
  if (value === null || value === undefined) return true;
  return (
    Array.isArray(value) &&
    value.every((link) => !isObject(link) || Object.values(link).every((inner) => !isObject(inner)))
  );
}

const isObject = (value: unknown) => typeof value === "object" && value !== null;

const nested = (field: string) =>
  new AppError(
    "invalid_input",
    `"${field}" takes ids of rows that are there, not rows. Nothing was changed; make or change those first, each by itself.`,
  );
