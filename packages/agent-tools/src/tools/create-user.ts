import { z } from "zod";
import { defineTool } from "../agent-tool.ts";
import { accountData } from "../inputs.ts";
import { runTool } from "../run-action.ts";

export const createUser = defineTool({
  name: "create-user",
  title: "Make an account",
  description:
    "Makes a person's account, for administrators. She sets a password by Forgot password.",
  input: z.strictObject({
    data: z.strictObject({
      ...accountData,
      email: z.string().max(128),
      role: z.enum(["creator", "viewer"]),
    }),
  }),
  hints: { readOnly: false, destructive: false, idempotent: false, openWorld: true },
  run: (params, gate) => runTool(gate, "create-user", params),
});
