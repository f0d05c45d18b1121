import type { Field } from "@genie/schema";
import { isForeign } from "./foreign-fields.ts";
import type { Rights } from "./read-rights.ts";
import type { Table } from "./table.ts";

/** The fields of a table that the caller may read or write, one line each. */
export function describeFields(table: Table, rights: Rights): Record<string, string> {
  const may = rights.get(table.name);
  const lines = [...table.fields].flatMap(([name, field]) => {
    const reads = may?.read.has(name) ?? false;
    const creates = may?.create.has(name) ?? false;
    const updates = may?.update.has(name) ?? false;
    if (!reads && !creates && !updates) return [];
    const writes = [creates && "create", updates && "update"].filter((word) => word !== false);
    const line = [
      typeOf(field),
      field.note,
      isForeign(table.name, name) && "untrusted",
      creates && field.present && field.defaultValue === undefined && "required",
      field.defaultValue !== undefined && `default ${String(field.defaultValue)}`,
      writes.length > 0 && `writable: ${writes.join(", ")}`,
    ];
    return [[name, line.filter((part) => typeof part === "string").join("; ")]];
  });
  return Object.fromEntries(lines) as Record<string, string>;
}

function typeOf({ kind, choices, maxLength, reference, through, precision, scale }: Field): string {
  if (choices) return `one of ${choices.join("|")}`;
  if (reference) return `id of ${reference.collection}`;
  if (through) {
    return `list of ${through.target}, in order, written as [{"${through.there}":"<id>"}]`;
  }
  if (kind === "string" && maxLength !== undefined) return `string of at most ${maxLength}`;
  if (kind === "decimal") return `decimal(${precision ?? ""},${scale ?? ""}) as a string`;
  if (kind === "timestamp") return "timestamp, ISO 8601 with time zone";
  return kind;
}
