import { z } from "zod";
import { defineTool } from "../agent-tool.ts";
import { accountData, id } from "../inputs.ts";
import { runTool } from "../run-action.ts";

export const updateUser = defineTool({
  name: "update-user",
  title: "Change an account",
  description: "Changes a person's name, language, role or status, for administrators.",
  input: z.strictObject({ id, data: z.strictObject(accountData) }),
  hints: { readOnly: false, destructive: true, idempotent: true, openWorld: false },
  run: (params, gate) => runTool(gate, "update-user", params),
});
