import { z } from "zod";
import { defineTool } from "../agent-tool.ts";
import { findTable } from "../check-query.ts";
import { collection, id } from "../inputs.ts";
import { runTool } from "../run-action.ts";

export const deleteItem = defineTool({
  name: "delete-item",
  title: "Delete a row",
  description: "Deletes one row for good.",
  input: z.strictObject({ collection, id }),
  hints: { readOnly: false, destructive: true, idempotent: true, openWorld: false },
  run: ({ collection, id }, gate) =>
    runTool(gate, "delete-item", { collection: findTable(collection).name, id }),
});
