import { everyCollection } from "./schema.ts";

export type OwnedReference = { field: string; collection: string };
export type OwnedCollection = { ownerField: string; references: readonly OwnedReference[] };

const ownerFieldOf = new Map<string, string>([
  ["directus_files", "owner"],
  ...everyCollection
    .filter((collection) => "user_id" in collection.fields)
    .map((collection): [string, string] => [collection.name, "user_id"]),
]);

/**
 * For each collection whose rows have an owner: the field that holds it, and every reference to
 * another owned row. Generated, so that no reference can be forgotten.
 */
export const ownership: ReadonlyMap<string, OwnedCollection> = new Map(
  [...ownerFieldOf].map(([name, ownerField]) => [
    name,
    { ownerField, references: referencesOf(name) },
  ]),
);

/** The secrets of each collection that has any. */
export const sealedFields: ReadonlyMap<string, readonly string[]> = new Map(
  everyCollection
    .map(({ name, fields }): [string, string[]] => [
      name,
      Object.keys(fields).filter((field) => fields[field]?.sealed),
    ])
    .filter(([, sealed]) => sealed.length > 0),
);

/** A field whose values are sealed: for their row and the owner that `ownerField` names. */
export type SealedField = {
  collection: string;
  field: string;
  ownerField: string;
  /** Beside it, in a column, the id of the key that sealed it. */
  hasKeyId: boolean;
};

/** Every field that holds sealed values, whoever sealed them: what a new key has to reach. */
export const everySealedField: readonly SealedField[] = everyCollection.flatMap(
  ({ name, fields }) =>
    Object.entries(fields)
      .filter(([, { sealed, sealedByGate }]) => sealed || sealedByGate)
      .map(([field]) => ({
        collection: name,
        field,
        ownerField: ownerFieldOf.get(name) ?? "user_id",
        hasKeyId: "key_id" in fields,
      })),
);

function referencesOf(name: string): OwnedReference[] {
  const fields = everyCollection.find((collection) => collection.name === name)?.fields ?? {};
  return Object.entries(fields).flatMap(([field, { reference }]) =>
    reference && ownerFieldOf.has(reference.collection)
      ? [{ field, collection: reference.collection }]
      : [],
  );
}
