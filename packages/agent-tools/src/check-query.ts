import { AppError } from "@genie/errors";
import type { Table } from "./table.ts";
import { tableBehind, tables } from "./tables.ts";

/** Deeper than anybody asks; Directus' own limit is no smaller. */
const mostSteps = 5;
const longestFilter = 4_000;

const operators = new Set([
  "_eq",
  "_neq",
  "_lt",
  "_lte",
  "_gt",
  "_gte",
  "_in",
  "_nin",
  "_null",
  "_nnull",
  "_contains",
  "_ncontains",
  "_icontains",
  "_starts_with",
  "_istarts_with",
  "_ends_with",
  "_between",
  "_empty",
  "_nempty",
]);

/** The table of that name. Throws `invalid_input` with the names there are. */
export function findTable(name: string): Table {
  const table = tables.get(name);
  if (table) return table;
  throw new AppError(
    "invalid_input",
    `There is no collection "${shown(name)}". There are: ${[...tables.keys()].join(", ")}.`,
  );
}

/** Lets paths through that lead from field to field of what may leave. Throws `invalid_input`. */
export function checkPaths(table: Table, paths: readonly string[]): void {
  for (const path of paths) {
    const steps = path.replace(/^-/, "").split(".");
    if (steps.length > mostSteps) throw tooDeep();
    let current: Table | undefined = table;
    for (const step of steps) current = follow(current, step, path);
  }
}

/** Lets a filter through that speaks of fields that may leave. Throws `invalid_input`. */
export function checkFilter(table: Table, filter: Record<string, unknown>): void {
  if (JSON.stringify(filter).length > longestFilter) {
    throw new AppError("invalid_input", "This filter is too long. Ask for less at once.");
  }
  checkGroup(table, filter, 0);
}

function checkGroup(table: Table, group: unknown, depth: number): void {
  if (depth > mostSteps) throw tooDeep();
  if (!isObject(group)) throw unreadable(table);
  for (const [key, value] of Object.entries(group)) {
    if (key === "_and" || key === "_or") {
      if (!Array.isArray(value)) throw unreadable(table);
      for (const part of value) checkGroup(table, part, depth + 1);
      continue;
    }
    checkField(table, key, value, depth);
  }
}

function checkField(table: Table, name: string, condition: unknown, depth: number): void {
  const behind = follow(table, name, name);
  if (!isObject(condition)) throw unreadable(table);
  for (const [key, value] of Object.entries(condition)) {
    if (operators.has(key)) {
      checkValue(value);
    } else if ((key === "_some" || key === "_none") && behind) {
      checkGroup(behind, value, depth + 1);
    } else if (behind) {
      checkGroup(behind, { [key]: value }, depth + 1);
    } else {
      throw unreadable(table);
    }
  }
}

function checkValue(value: unknown): void {
  const values: unknown[] = Array.isArray(value) ? value : [value];
  const plain = values.every(
    (one) => one === null || ["string", "number", "boolean"].includes(typeof one),
  );
  const variable = values.some((one) => typeof one === "string" && /^\$(?!NOW\b)/.test(one));
  if (plain && !variable && values.length <= 100) return;
  throw new AppError(
    "invalid_input",
    "A filter compares with a text, a number, true, false, null or a list of at most 100 of them; of variables there is $NOW.",
  );
}

function follow(table: Table | undefined, name: string, path: string): Table | undefined {
  const field = table?.fields.get(name);
  if (table && field) return tableBehind(field);
  throw new AppError(
    "invalid_input",
    table
      ? `${table.name} has no field "${shown(name)}". It has: ${[...table.fields.keys()].join(", ")}.`
      : `"${shown(path)}" leads nowhere: only references and lists go on after a dot.`,
  );
}

const tooDeep = () =>
  new AppError("invalid_input", `This goes deeper than ${mostSteps} steps. Ask for it in parts.`);

const unreadable = ({ name, fields }: Table) =>
  new AppError(
    "invalid_input",
    `This filter can't be read. Write {"field": {"_eq": "value"}}, joined by _and or _or, with ${[...operators].join(" ")}. Fields of ${name}: ${[...fields.keys()].join(", ")}.`,
  );

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** As much of what was asked as a sentence needs. */
const shown = (text: string) => (text.length > 64 ? `${text.slice(0, 64)}…` : text);
