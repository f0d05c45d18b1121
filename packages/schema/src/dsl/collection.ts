import { z } from "zod";
import type { Field } from "./field.ts";

export type Fields = Record<string, Field>;

/** A filter in Directus' syntax; null means every row. */
export type Rows = Record<string, unknown> | null;

/** What one kind of caller may do. A field that is in no list is out of reach. */
export type Grant<Name extends string = string> = {
  rows: Rows;
  read?: readonly Name[];
  create?: readonly Name[];
  update?: readonly Name[];
  delete?: boolean;
  /** Values that a create or an update may set, where the field's own type is too wide. */
  validation?: Record<string, unknown>;
};

/** Where a collection stands in the panel's navigation. */
export type Group =
  | "accounts"
  | "audience"
  | "automation"
  | "library"
  | "people"
  | "publishing"
  | "taxonomy"
  | "workshop";

export type Audience = "creator" | "viewer" | "worker";

export type Collection<Name extends string = string, F extends Fields = Fields> = {
  name: Name;
  /** What it is, in one sentence for people. */
  note: string;
  /** A Material symbol. */
  icon: string;
  group: Group;
  /** Directus keeps no versions of its rows and no log of their changes: what is deleted is gone. */
  unrecorded?: true;
  fields: F;
} & Rules<string>;

type Rules<FieldName extends string> = {
  /** Columns of each composite unique key. */
  unique?: readonly (readonly FieldName[])[];
  /** Composite and partial indexes. */
  indexes?: readonly { columns: readonly FieldName[]; where?: string }[];
  /** Further CHECK constraints by name: SQL. */
  checks?: Record<string, string>;
  access: Partial<Record<Audience, Grant<FieldName>>>;
};

/** Declares a collection; what it omits does not exist and what it does not grant is refused. */
export function defineCollection<const Name extends string, F extends Fields>(
  collection: Omit<Collection<Name, F>, keyof Rules<string>> & Rules<keyof F & string>,
): Collection<Name, F> {
  return collection;
}

/** A row as it is read. */
export type Item<C extends { fields: Fields }> = {
  [K in keyof C["fields"]]: C["fields"][K] extends Field<infer Type, infer Present>
    ? Present extends true
      ? z.output<Type>
      : z.output<Type> | null
    : never;
};

/** The zod schema of a row as it is read. */
export function itemSchema<C extends { fields: Fields }>(collection: C): z.ZodType<Item<C>> {
  const shape = Object.fromEntries(
    Object.entries(collection.fields).map(([name, field]) => [
      name,
      field.present ? field.zod : field.zod.nullable(),
    ]),
  );
  // Built from the very fields that Item maps over.
  return z.object(shape) as unknown as z.ZodType<Item<C>>;
}

/** The rows of the caller. */
export const ownRows = { user_id: { _eq: "$CURRENT_USER" } } as const;
