import { roles } from "@genie/schema";
import { z } from "zod";
import { defineStep } from "../define-step.ts";
import { inWords, show } from "../rows/preview-lines.ts";
import { UserData, userRow } from "./user-data.ts";

export const updateUser = defineStep({
  name: "update-user",
  description: "Changes a person's name, language, role or whether she may sign in. Answers {id}.",
  input: z.strictObject({ id: z.uuid(), data: UserData }),
  output: z.strictObject({ id: z.uuid() }),
  effect: "connect",
  timeoutMs: 15_000,
  run: async ({ id, data }, { tools }) => {
    await tools.users.update(id, userRow(data));
    return { id };
  },
  preview: async ({ id, data }, { tools }) => {
    const fields = ["email", ...Object.keys(data)];
    const before = await tools.users.readOne(id, fields);
    return [
      { label: "Person", value: show(before["email"]) || id },
      ...Object.entries(data).map(([field, value]) => ({
        label: inWords(field),
        value: show(value),
        before: show(field === "role" ? roleName(before["role"]) : before[field]),
      })),
    ];
  },
});

const roleName = (id: unknown): unknown =>
  Object.values(roles).find((role) => role.id === id)?.name ?? id;
