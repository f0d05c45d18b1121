import { z } from "zod";
import { defineTool, looks } from "../agent-tool.ts";
import { findTable } from "../check-query.ts";
import { collection, filter, paging, paths, sort } from "../inputs.ts";
import { readList } from "../read-rows.ts";

export const readItems = defineTool({
  name: "read-items",
  title: "Read rows",
  description: "Rows of a collection, a page at a time. Empty fields are left out.",
  input: z.strictObject({
    collection,
    fields: paths.optional(),
    filter: filter.optional(),
    sort: sort.optional(),
    ...paging,
  }),
  hints: looks,
  run: ({ collection, ...query }, gate) => readList(gate, findTable(collection), query),
});
