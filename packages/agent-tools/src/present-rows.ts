import { escapeTags } from "@genie/actions";
import { isForeign } from "./foreign-fields.ts";
import type { Table } from "./table.ts";
import { tableBehind } from "./tables.ts";

/** Characters of a text, or of a value as JSON. */
export const longest = { list: 400, row: 8_000 } as const;

export type Presented = { rows: Record<string, unknown>[]; foreign: boolean };

/**
 * Rows for a model: nothing empty, nothing that may not leave, long texts cut, and what others wrote under
 * `untrusted`, where no action tag works. `foreign` says that there is any of it.
 */
export function presentRows(table: Table, rows: unknown, most: number): Presented {
  const list: unknown[] = Array.isArray(rows) ? rows : [];
  const shown = list.map((row) => presentRow(table, row, most));
  return { rows: shown.map(({ row }) => row), foreign: shown.some(({ foreign }) => foreign) };
}

/** The same of one row. */
export function presentRow(
  table: Table,
  row: unknown,
  most: number,
): { row: Record<string, unknown>; foreign: boolean } {
  const own: Record<string, unknown> = {};
  const untrusted: Record<string, unknown> = {};
  let foreign = false;
  for (const [name, value] of Object.entries(isObject(row) ? row : {})) {
    const field = table.fields.get(name);
    if (!field || isEmpty(value)) continue;
    const behind = tableBehind(field);
    if (behind && isNested(value)) {
      const nested = presentRows(behind, Array.isArray(value) ? value : [value], most);
      own[name] = Array.isArray(value) ? nested.rows : nested.rows[0];
      foreign ||= nested.foreign;
    } else if (isForeign(table.name, name)) {
      untrusted[name] = presentValue(value, most);
    } else {
      own[name] = presentValue(value, most);
    }
  }
  const hasForeign = Object.keys(untrusted).length > 0;
  return { row: hasForeign ? { ...own, untrusted } : own, foreign: foreign || hasForeign };
}

/** Any value for a model: without tags, and no longer than `most` characters as text or as JSON. */
export function presentValue(value: unknown, most: number): unknown {
  if (typeof value === "string") return cut(escapeTags(value), most);
  if (typeof value !== "object" || value === null) return value;
  const text = JSON.stringify(value);
  return text.length > most ? cut(escapeTags(text), most) : escapeDeep(value);
}

function escapeDeep(value: unknown): unknown {
  if (typeof value === "string") return escapeTags(value);
  if (Array.isArray(value)) return value.map(escapeDeep);
  if (!isObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, part]) => [escapeTags(key), escapeDeep(part)]),
  );
}

const cut = (text: string, most: number) =>
  text.length > most ? `${text.slice(0, most)}… (cut; ${text.length} characters in all)` : text;

const isEmpty = (value: unknown) =>
  value === null || value === undefined || value === "" || (Array.isArray(value) && !value.length);

const isNested = (value: unknown) =>
  isObject(value) || (Array.isArray(value) && value.some((part) => isObject(part)));

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);
