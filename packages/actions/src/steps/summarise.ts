import { z } from "zod";
import { defineStep } from "../define-step.ts";
import { dataIsData, fenceData } from "../foreign/fence-data.ts";

export const summarise = defineStep({
  name: "summarise",
  description:
    "Says in a few sentences what was found, where there is a language model. Answers {found, summary}; without a model the summary is null.",
  input: z.strictObject({
    found: z.record(z.string(), z.unknown()),
    /** What she wanted to know. */
    question: z.string().trim().min(1).max(1000),
  }),
  output: z.strictObject({
    found: z.record(z.string(), z.unknown()),
    summary: z.string().nullable(),
  }),
  effect: "read",
  timeoutMs: 60_000,
  run: async ({ found, question }, { tools, signal }) => {
    const isEmpty = Object.values(found).every((list) => Array.isArray(list) && list.length === 0);
    if (tools.model === null || isEmpty) return { found, summary: null };
    const { text } = await tools.model.ask(
      {
        system: `Say in at most four sentences what of the data answers the question. Name nothing that is not in it.\n\n${dataIsData}`,
        messages: [
          {
            role: "user",
            text: [fenceData("question", question), fenceData("found", found)].join("\n\n"),
          },
        ],
      },
      signal,
    );
    return { found, summary: text };
  },
});
