import { z } from "zod";
import { defineTool } from "../agent-tool.ts";
import { findTable } from "../check-query.ts";
import { collection, data } from "../inputs.ts";
import { runTool } from "../run-action.ts";

export const createItem = defineTool({
  name: "create-item",
  title: "Make a row",
  description: "Makes one row; answers its id. A post with status pending is scheduled to go out.",
  input: z.strictObject({ collection, data }),
  hints: { readOnly: false, destructive: false, idempotent: false, openWorld: true },
  run: ({ collection, data }, gate) =>
    runTool(gate, "create-item", { collection: findTable(collection).name, data }),
});
