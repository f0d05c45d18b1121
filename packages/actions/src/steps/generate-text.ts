import { z } from "zod";
import { defineStep } from "../define-step.ts";
import { dataIsData, fenceData } from "../foreign/fence-data.ts";
import { noModel } from "../run/require-needs.ts";

export const generateText = defineStep({
  name: "generate-text",
  description:
    "Asks the language model. `data` is text of others or of rows, which it is told is no instruction. Answers {text}, and {value} where `schema` asks for JSON.",
  input: z.strictObject({
    prompt: z.string().trim().min(1).max(20_000),
    system: z.string().max(5000).optional(),
    /** By what each is called. Null and what is not there are left out. */
    data: z.record(z.string().max(64), z.unknown()).default({}),
    /** JSON Schema of what it is to answer. */
    schema: z.record(z.string(), z.unknown()).optional(),
  }),
  output: z.strictObject({ text: z.string(), value: z.unknown().optional() }),
  effect: "read",
  timeoutMs: 60_000,
  needs: "model",
  run: async ({ prompt, system, data, schema }, { tools, signal }) => {
    if (tools.model === null) throw noModel();
    const fenced = Object.entries(data)
      .filter(([, value]) => value !== null && value !== undefined)
      .map(([label, value]) => fenceData(label, value));
    const { text, value } = await tools.model.ask(
      {
        system: [system, fenced.length > 0 ? dataIsData : undefined]
          .filter((part) => part !== undefined)
          .join("\n\n"),
        messages: [{ role: "user", text: [prompt, ...fenced].join("\n\n") }],
        ...(schema && { json: { name: "answer", schema } }),
      },
      signal,
    );
    return schema ? { text, value } : { text };
  },
});
