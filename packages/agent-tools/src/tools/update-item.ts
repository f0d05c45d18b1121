import { z } from "zod";
import { defineTool } from "../agent-tool.ts";
import { findTable } from "../check-query.ts";
import { collection, data, id } from "../inputs.ts";
import { runTool } from "../run-action.ts";

export const updateItem = defineTool({
  name: "update-item",
  title: "Change a row",
  description: "Changes the fields of one row that are in data.",
  input: z.strictObject({ collection, id, data }),
  hints: { readOnly: false, destructive: true, idempotent: true, openWorld: true },
  run: ({ collection, ...params }, gate) =>
    runTool(gate, "update-item", { collection: findTable(collection).name, ...params }),
});
