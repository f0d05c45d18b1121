import { createHash } from "node:crypto";
import { everyCollection, type Field, publisherSeen, publishIntents } from "@genie/schema";
import { accountLinksTable } from "./account-links-table.ts";
import type { DatabaseObject } from "./database-object.ts";
import { libraryTable } from "./library-table.ts";
import { libraryTriggers } from "./library-triggers.ts";
import { logInsIndex } from "./log-ins-index.ts";
import { mediaTriggers } from "./media-triggers.ts";
import { postTriggers } from "./post-triggers.ts";
import { processTables } from "./process-tables.ts";
import { snapshotTriggers } from "./snapshot-triggers.ts";
import { taxonomyTriggers } from "./taxonomy-triggers.ts";

/** Every composite key, CHECK constraint, partial index, function, trigger and side table, in creation order. */
export function databaseObjects(): DatabaseObject[] {
  return [
    ...everyCollection.flatMap(({ name, fields, unique = [], indexes = [], checks = {} }) => [
      ...unique.map((columns) =>
        constraint(name, `${columns.join("_")}_key`, `unique (${columns.join(", ")})`),
      ),
      ...Object.entries(fields).flatMap(([field, spec]) =>
        checksOf(field, spec).map(([suffix, sql]) =>
          constraint(name, `${field}_${suffix}`, `check (${sql})`),
        ),
      ),
      ...Object.entries(checks).map(([check, sql]) =>
        constraint(name, `${check}_check`, `check (${sql})`),
      ),
      ...indexes.map(({ columns, where }) => index(name, columns, where)),
    ]),
    ...postTriggers(),
    ...mediaTriggers(),
    ...accountLinksTable(),
    logInsIndex,
    ...processTables(),
    ...libraryTable(),
    ...libraryTriggers(),
    ...snapshotTriggers(),
    ...taxonomyTriggers(),
    ...[publishIntents, publisherSeen].map(sequence),
  ];
}

/**
 * What is left on each object as its comment. A different definition in code has a different mark,
 * and an object that somebody made or replaced by hand has none.
 */
export function markOf({ create }: DatabaseObject): string {
  return `genie:${createHash("sha256").update(create).digest("hex").slice(0, 16)}`;
}

function checksOf(field: string, { choices, check, present }: Field): [string, string][] {
  const result: [string, string][] = [];
  if (choices) {
    const values = choices.map((value) => `'${value}'`).join(", ");
    const allowed = `${field} in (${values})`;
    result.push(["choice", present ? allowed : `${field} is null or ${allowed}`]);
  }
  if (check) result.push(["check", check.replaceAll("{}", field)]);
  return result;
}

function constraint(table: string, suffix: string, definition: string): DatabaseObject {
  const name = `${table}_${suffix}`.slice(0, 63);
  return {
    kind: "constraint",
    table,
    name,
    create: `alter table ${table} add constraint ${name} ${definition}`,
  };
}

function index(table: string, columns: readonly string[], where?: string): DatabaseObject {
  const name = `${table}_${columns.join("_")}_${where ? "partial" : "idx"}`.slice(0, 63);
  return {
    kind: "index",
    table,
    name,
    create: `create index ${name} on ${table} (${columns.join(", ")})${where ? ` where ${where}` : ""}`,
  };
}

function sequence(name: string): DatabaseObject {
  return {
    kind: "sequence",
    table: null,
    name,
    create: `create sequence ${name} minvalue 0 start 1`,
  };
}
