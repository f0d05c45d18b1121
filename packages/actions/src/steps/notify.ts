import { z } from "zod";
import { defineStep } from "../define-step.ts";

export const notify = defineStep({
  name: "notify",
  description: "Writes a line to her own notifications. `link` is a page of the dashboard.",
  input: z.strictObject({
    subject: z.string().trim().min(1).max(200),
    message: z.string().max(2000).default(""),
    link: z
      .string()
      .max(500)
      .regex(/^\/app(\/[\w?=&%-][\w?=&%.-]*)*$/, "is a page of the dashboard, such as /app/library")
      .optional(),
  }),
  output: z.strictObject({ notified: z.literal(true) }),
  effect: "write",
  timeoutMs: 10_000,
  outlivesStop: true,
  run: async ({ subject, message, link }, { tools }) => {
    await tools.notify({ subject, message, ...(link !== undefined && { link }) });
    return { notified: true as const };
  },
  preview: async ({ subject }) => [{ label: "Notification to you", value: subject }],
});
