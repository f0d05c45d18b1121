import { z } from "zod";
import { defineStep } from "../define-step.ts";
import { fieldsFor } from "../rows/creators-rights.ts";
import { checkQuery, FieldNames, Id, ReadableCollection, Row } from "../rows/inputs.ts";

export const readItem = defineStep({
  name: "read-item",
  description: "Reads one row by its id. Answers the row, by its fields.",
  input: z
    .strictObject({ collection: ReadableCollection, id: Id, fields: FieldNames.optional() })
    .check(checkQuery),
  output: Row,
  effect: "read",
  timeoutMs: 10_000,
  onlyLooks: true,
  run: ({ collection, id, fields }, { tools }) =>
    tools.rows(collection).readOne(id, fields ?? fieldsFor("read", collection)),
});
