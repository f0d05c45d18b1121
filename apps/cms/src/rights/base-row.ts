import type { OwnRows } from "./own-rows-of.ts";
import type { ProbedCollection, ProbedField } from "./probed-collection.ts";
import { sentValue, wantedByRules } from "./sent-value.ts";

/** The least that a new row needs, with references to the caller's own rows. */
export function baseRow(
  { name: collection, fields, ownerField }: ProbedCollection,
  own: OwnRows,
): Record<string, unknown> {
  const wanted = wantedByRules[collection] ?? [];
  return Object.fromEntries(
    fields
      .filter(({ required, name }) => (required && name !== ownerField) || wanted.includes(name))
      .map((field) => [field.name, firstValue(field, own)]),
  );
}

/** For a choice the first of its words, with which rows begin; of jobs one that can be asked for. */
export function firstValue(field: ProbedField, own: OwnRows): unknown {
  if (field.name === "job_type") return "watermark";
  return field.kind === "choice" ? field.choices[0] : sentValue(field, own);
}
