import { randomBytes, randomInt, randomUUID } from "node:crypto";
import { dimensions } from "@genie/schema";
import type { TestDatabase } from "@genie/testing";
import type { ProbedCollection, ProbedField } from "./probed-collection.ts";

/** A person's rows, one in each collection whose rows are owned, and what gives them away. */
export type OwnRows = {
  user: string;
  /** In every text of hers. */
  marker: string;
  /** In her numbers, where any number will do. */
  number: number;
  /** The year of all her times. */
  year: number;
  ids: ReadonlyMap<string, string>;
};

/** Makes the rows by SQL, as if they had grown there, with every field filled. */
export async function makeOwnRows(
  database: TestDatabase,
  collections: ReadonlyMap<string, ProbedCollection>,
  { user, year }: { user: string; year: number },
): Promise<OwnRows> {
  const ids = new Map<string, string>([["directus_users", user]]);
  const own = {
    user,
    marker: `m${randomBytes(6).toString("hex")}`,
    number: randomInt(1_000_000, 9_999_999),
    year,
    ids,
  };
  const underWay = new Set<string>();

  const make = async (collection: ProbedCollection) => {
    const { name } = collection;
    if (ids.has(name) || underWay.has(name)) return;
    underWay.add(name);
    for (const { target } of collection.fields) {
      const next = target === null ? undefined : collections.get(target);
      if (next?.ownerField) await make(next);
    }
    ids.set(name, await insertRow(database, collection, own));
  };
  for (const collection of collections.values()) if (collection.ownerField) await make(collection);
  return own;
}

/** Another row of the same person in one collection. */
export function insertRow(
  database: TestDatabase,
  collection: ProbedCollection,
  own: OwnRows,
): Promise<string> {
  const columns = collection.fields.filter(({ kind }) => kind !== "list");
  const values: [string, unknown][] = columns.map((field) => [
    field.name,
    columnValue(collection, field, own),
  ]);
  return insert(database, collection.name, values);
}

async function insert(
  database: TestDatabase,
  table: string,
  values: [string, unknown][],
): Promise<string> {
  const names = values.map(([name]) => name);
  // A persona may have been made already for the new user.
  const onConflict =
    table === "user_personas"
      ? `on conflict (user_id) do update set ${names.map((name) => `${name} = excluded.${name}`).join(", ")}`
      : "";
  const { rows } = await database.query<{ id: string }>(
    `insert into ${table} (${names.join(", ")})
     values (${names.map((_name, index) => `$${index + 1}`).join(", ")}) ${onConflict} returning id::text`,
    values.map(([, value]) => value),
  );
  const id = rows[0]?.id ?? "";
  if (table === "scraped_media") {
    // The database has noted the figures of the day; here every row is the test's own.
    await database.query("delete from media_snapshots where scraped_media_id = $1", [id]);
  }
  return id;
}

function columnValue(collection: ProbedCollection, field: ProbedField, own: OwnRows): unknown {
  const { name, kind, target } = field;
  if (name === "id") return kind === "integer" ? randomInt(1_000_000, 999_999_999) : randomUUID();
  if (name === collection.ownerField) return own.user;
  if (name === "storage") return "local";
  if (name === "folder") return null;
  // A file that is still on its way, or an entry in the bin, is not there for anybody.
  if (name === "tus_id" || name === "tus_data" || name === "trashed_at") return null;
  // The gate looks at these when it is told to work with the rows.
  if (collection.name === "directus_files" && name === "type") return "image/png";
  if (havePlatform.has(collection.name) && name === "platform") return "sandbox";
  if (kind === "reference") return referenceTo(target, own);
  if (kind === "choice") return field.choices[0];
  if (kind === "boolean") return false;
  if (name === "weight") return "0.500";
  const value = sampleValue(field, own);
  return kind === "json" ? JSON.stringify(value) : value;
}

const havePlatform = new Set(["creator_profiles", "rule_packs"]);

function referenceTo(target: string | null, own: OwnRows): string | null {
  if (target === "taxonomy_dimensions") return dimensions[0].id;
  return own.ids.get(target ?? "") ?? null;
}

/** A value that the field takes and that its owner can be told by, where the type leaves room. */
export function sampleValue(field: ProbedField, own: OwnRows): unknown {
  const { name, kind, maxLength } = field;
  const text = `${own.marker}.${name}.${randomBytes(4).toString("hex")}`.slice(0, maxLength);
  const values = {
    boolean: true,
    choice: field.choices.at(-1),
    decimal: name === "weight" ? `0.${randomInt(100, 500)}` : `${own.number}.25`,
    integer: name === "progress" ? 97 : own.number,
    json: field.sealed ? { sealed: `cb1.${text}` } : { note: text },
    list: [],
    reference: referenceTo(field.target, own),
    string: text,
    text,
    timestamp: laterTime(own.year, name),
    uuid: randomUUID(),
  } satisfies Record<ProbedField["kind"], unknown>;
  return values[kind];
}

// Ends come after starts.
function laterTime(year: number, name: string): string {
  const day = name.endsWith("_until") || name.endsWith("expires_at") ? "20" : "10";
  return `${year}-03-${day}T${randomInt(10, 24)}:${randomInt(10, 60)}:${randomInt(10, 60)}.000Z`;
}
