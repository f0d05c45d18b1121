import { z } from "zod";
import { defineTool, looks } from "../agent-tool.ts";
import { findTable } from "../check-query.ts";
import { collection, id, paths } from "../inputs.ts";
import { readOne } from "../read-rows.ts";

export const readItem = defineTool({
  name: "read-item",
  title: "Read one row",
  description: "One row by its id, with long texts.",
  input: z.strictObject({ collection, id, fields: paths.optional() }),
  hints: looks,
  run: ({ collection, ...query }, gate) => readOne(gate, findTable(collection), query),
});
