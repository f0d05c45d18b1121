import { z } from "zod";
import { defineStep } from "../define-step.ts";
import { fieldsFor } from "../rows/creators-rights.ts";
import {
  checkOwn,
  checkQuery,
  FieldNames,
  Filter,
  ReadableCollection,
  Row,
} from "../rows/inputs.ts";

const usualLimit = 20;

export const readItems = defineStep({
  name: "read-items",
  description:
    "Reads rows of a collection: filtered, sorted, at most 100. `own` leaves out those of others, whom administrators see too. Answers {items}.",
  input: z
    .strictObject({
      collection: ReadableCollection,
      fields: FieldNames.optional(),
      filter: Filter.optional(),
      sort: FieldNames.optional(),
      limit: z.int().min(1).max(100).default(usualLimit),
      offset: z.int().min(0).max(100_000).default(0),
      /** Only rows of the person that it runs for, an administrator's as well. */
      own: z.boolean().default(false),
    })
    .check(checkQuery)
    .check(checkOwn),
  output: z.strictObject({ items: z.array(Row) }),
  effect: "read",
  timeoutMs: 10_000,
  onlyLooks: true,
  run: async ({ collection, fields, filter, sort, limit, offset, own }, { tools }) => ({
    items: await (own ? tools.ownRows : tools.rows)(collection).read({
      fields: fields ?? fieldsFor("read", collection),
      ...(filter && { filter }),
      ...(sort && { sort }),
      limit,
      offset,
    }),
  }),
});
