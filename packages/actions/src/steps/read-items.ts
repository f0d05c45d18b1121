import { z } from "zod";
import { defineStep } from "../define-step.ts";
import { fieldsFor } from "../rows/creators-rights.ts";
import { checkQuery, FieldNames, Filter, ReadableCollection, Row } from "../rows/inputs.ts";

const usualLimit = 20;

export const readItems = defineStep({
  name: "read-items",
  description: "Reads rows of a collection: filtered, sorted, at most 100. Answers {items}.",
  input: z
    .strictObject({
      collection: ReadableCollection,
      fields: FieldNames.optional(),
      filter: Filter.optional(),
      sort: FieldNames.optional(),
      limit: z.int().min(1).max(100).default(usualLimit),
      offset: z.int().min(0).max(100_000).default(0),
    })
    .check(checkQuery),
  output: z.strictObject({ items: z.array(Row) }),
  effect: "read",
  timeoutMs: 10_000,
  onlyLooks: true,
  run: async ({ collection, fields, filter, sort, limit, offset }, { tools }) => ({
    items: await tools.rows(collection).read({
      fields: fields ?? fieldsFor("read", collection),
      ...(filter && { filter }),
      ...(sort && { sort }),
      limit,
      offset,
    }),
  }),
});
