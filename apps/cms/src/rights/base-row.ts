import { type OwnRows, sampleValue } from "./own-rows-of.ts";
import type { ProbedCollection } from "./probed-collection.ts";

/** The least that a new row needs, with references to the caller's own rows. */
export function baseRow(
  { fields, ownerField }: ProbedCollection,
  own: OwnRows,
): Record<string, unknown> {
  return Object.fromEntries(
    fields
      .filter(({ required, name }) => required && name !== ownerField)
      .map((field) => [
        field.name,
        field.kind === "choice" ? field.choices[0] : sampleValue(field, own),
      ]),
  );
}
