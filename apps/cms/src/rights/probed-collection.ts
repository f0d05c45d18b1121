import {
  everyCollection,
  everySystemCollection,
  type Field,
  type ListThrough,
} from "@genie/schema";
import type { TestDatabase } from "@genie/testing";

export type ProbedField = {
  name: string;
  kind: Field["kind"];
  required: boolean;
  sealed: boolean;
  maxLength: number;
  choices: readonly string[];
  /** The table that a reference points to. */
  target: string | null;
  list: ListThrough | null;
};

export type ProbedCollection = {
  name: string;
  /** Where its rows are in the interface, e.g. `/items/fan_profiles`. */
  path: string;
  /** The field by which a row is somebody's; null when no row is anybody's. */
  ownerField: string | null;
  fields: readonly ProbedField[];
};

/** Every collection of ours, and the system collections that people have rights on. */
export async function probedCollections(
  database: TestDatabase,
): Promise<Map<string, ProbedCollection>> {
  const ours = everyCollection.map(({ name, fields }): ProbedCollection => ({
    name,
    path: `/items/${name}`,
    ownerField: "user_id" in fields ? "user_id" : null,
    fields: Object.entries(fields).map(([field, spec]) => fieldOf(field, spec)),
  }));
  const system = await Promise.all(
    everySystemCollection.map(async ({ name, ownerField }): Promise<ProbedCollection> => ({
      name,
      path: `/${name.replace("directus_", "")}`,
      ownerField,
      fields: await columnsOf(database, name),
    })),
  );
  return new Map([...ours, ...system].map((collection) => [collection.name, collection]));
}

function fieldOf(name: string, field: Field): ProbedField {
  return {
    name,
    kind: field.kind,
    required: field.present && field.defaultValue === undefined && !field.primaryKey,
    sealed: field.sealed === true,
    maxLength: field.maxLength ?? 10_000,
    choices: field.choices ?? [],
    target: field.reference?.collection ?? null,
    list: field.through ?? null,
  };
}

const kinds: Record<string, Field["kind"]> = {
  uuid: "uuid",
  "character varying": "string",
  text: "text",
  json: "json",
  boolean: "boolean",
  integer: "integer",
  bigint: "integer",
  "timestamp with time zone": "timestamp",
};

type Column = { name: string; type: string; length: number | null; target: string | null };

async function columnsOf(database: TestDatabase, table: string): Promise<ProbedField[]> {
  const { rows } = await database.query<Column>(
    `select c.column_name as name, c.data_type as type, c.character_maximum_length as length,
            (select k.confrelid::regclass::text from pg_constraint k
              join pg_attribute a on a.attrelid = k.conrelid and a.attnum = k.conkey[1]
              where k.contype = 'f' and k.conrelid = $1::text::regclass and a.attname = c.column_name) as target
       from information_schema.columns c
      where c.table_schema = 'public' and c.table_name = $1::text order by c.ordinal_position`,
    [table],
  );
  return rows.map(({ name, type, length, target }) => ({
    name,
    kind: target ? "reference" : (kinds[type] ?? "text"),
    required: false,
    sealed: false,
    maxLength: length ?? 10_000,
    choices: [],
    target,
    list: null,
  }));
}
