import { z } from "zod";
import { defineStep } from "../define-step.ts";
import { inWords, show } from "../rows/preview-lines.ts";
import { UserData, userRow } from "./user-data.ts";

export const createUser = defineStep({
  name: "create-user",
  description:
    "Makes a person's account, without a password: she sets one by “Forgot password”. For administrators. Answers {id}.",
  input: z.strictObject({
    data: UserData.extend({ email: z.email().max(128), role: z.enum(["creator", "viewer"]) }),
  }),
  output: z.strictObject({ id: z.uuid() }),
  effect: "connect",
  timeoutMs: 15_000,
  run: async ({ data }, { tools }) => ({ id: await tools.users.create(userRow(data)) }),
  preview: async ({ data }) => [
    { label: "New", value: "Person" },
    ...Object.entries(data).map(([field, value]) => ({
      label: inWords(field),
      value: show(value),
    })),
  ],
});
