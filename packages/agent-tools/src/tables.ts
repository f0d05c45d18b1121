import { type Collection, everyCollection, type Field } from "@genie/schema";
import { systemTables } from "./system-tables.ts";
import type { Table } from "./table.ts";

/** Who signs in; the worker is nobody's agent. */
const people = ["creator", "viewer"] as const;

/**
 * Every collection that a person may read anything of. A field that no grant of theirs names is not here, so
 * hashes, sealed values and what the gate keeps for itself leave for nobody, administrators included.
 */
export const tables: ReadonlyMap<string, Table> = new Map(
  [...everyCollection.map(tableOf), ...systemTables].flatMap((table) =>
    table ? [[table.name, table] as const] : [],
  ),
);

function tableOf({ name, note, fields, access }: Collection): Table | null {
  const grants = grantsOf(access);
  if (grants.length === 0) return null;
  const [first = [], ...others] = grants;
  const named = new Set(grants.flat());
  // Administrators tell by it whose a row is.
  if ("user_id" in fields) named.add("user_id");
  return {
    name,
    note,
    fields: new Map(Object.entries(fields).filter(([field]) => named.has(field))),
    common: first.filter((field) => others.every((grant) => grant.includes(field))),
  };
}

function grantsOf(access: Collection["access"]): (readonly string[])[] {
  return people.flatMap((kind) => {
    const read = access[kind]?.read;
    return read ? [read] : [];
  });
}

/** Which collection a field leads to; undefined where it leads nowhere that tools go. */
export function tableBehind({ reference, through }: Field): Table | undefined {
  return tables.get(through?.junction ?? reference?.collection ?? "");
}
