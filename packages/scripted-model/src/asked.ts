import { z } from "zod";

const Content = z
  .union([z.string(), z.array(z.object({ text: z.string().default("") }))])
  .nullish()
  .transform((content) =>
    typeof content === "string"
      ? content
      : (content ?? []).map((part: { text: string }) => part.text).join("\n"),
  );

const Call = z.object({ function: z.object({ name: z.string(), arguments: z.string() }) });

/** A request to `/chat/completions`, as far as the model looks at it. */
export const Asked = z.object({
  model: z.string(),
  stream: z.boolean().default(false),
  messages: z.array(
    z.object({ role: z.string(), content: Content, tool_calls: z.array(Call).default([]) }),
  ),
  tools: z.array(z.object({ function: z.object({ name: z.string() }) })).default([]),
  response_format: z
    .object({
      type: z.literal("json_schema"),
      json_schema: z.object({ name: z.string(), schema: z.unknown() }),
    })
    .optional(),
});
export type Asked = z.output<typeof Asked>;

/** What the model has to say: words, or tools that it wants to be called. */
export type Reply = { text: string; calls: { name: string; input: Record<string, unknown> }[] };
