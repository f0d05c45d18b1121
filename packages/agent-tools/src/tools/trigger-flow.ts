import { AppError } from "@genie/errors";
import { z } from "zod";
import { defineTool } from "../agent-tool.ts";
import { collection, data, id } from "../inputs.ts";
import { runAction, runTool } from "../run-action.ts";

export const triggerFlow = defineTool({
  name: "trigger-flow",
  title: "Start a flow",
  description:
    "Starts what list-flows names: an action by its slug with params, or a flow by its id on rows (collection and keys).",
  input: z.strictObject({
    flow: z.string().regex(/^[a-z0-9-]{1,64}$/, "A slug or an id from list-flows"),
    params: data.optional(),
    collection: collection.optional(),
    keys: z.array(id).min(1).max(25).optional(),
  }),
  hints: { readOnly: false, destructive: true, idempotent: false, openWorld: true },
  run: ({ flow, params, collection, keys }, gate) => {
    if (!isId.test(flow)) {
      if (collection === undefined && keys === undefined)
        return runAction(gate, flow, params ?? {});
      throw new AppError(
        "invalid_input",
        "An action takes params, as list-flows describes them; collection and keys are for flows with an id. Nothing was done.",
      );
    }
    if (collection === undefined || keys === undefined || params !== undefined) {
      throw new AppError(
        "invalid_input",
        "A flow with an id is started on rows: send collection and keys, and no params. Nothing was done.",
      );
    }
    return runTool(gate, "trigger-flow", { flow_id: flow, collection, keys });
  },
});

const isId = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
