import { z } from "zod";
import { defineStep } from "../define-step.ts";
import { fieldsFor } from "../rows/creators-rights.ts";
import { checkQuery, FieldNames, ReadableCollection, Row } from "../rows/inputs.ts";

export const searchItems = defineStep({
  name: "search-items",
  description: "Searches the texts of a collection for words. Answers {items}.",
  input: z
    .strictObject({
      collection: ReadableCollection,
      query: z.string().trim().min(1).max(200),
      fields: FieldNames.optional(),
      limit: z.int().min(1).max(100).default(20),
    })
    .check(checkQuery),
  output: z.strictObject({ items: z.array(Row) }),
  effect: "read",
  timeoutMs: 10_000,
  onlyLooks: true,
  run: async ({ collection, query, fields, limit }, { tools }) => ({
    items: await tools.rows(collection).read({
      fields: fields ?? fieldsFor("read", collection),
      search: query,
      limit,
    }),
  }),
});
