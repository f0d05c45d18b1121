import { type ActionEffect, flows } from "@genie/schema";
import { z } from "zod";
import { defineStep } from "../define-step.ts";
import { Id, ReadableCollection } from "../rows/inputs.ts";
import { nounOf } from "../rows/preview-lines.ts";

/** What an operator's own flow does is not known here. */
const unknownEffect: ActionEffect = "publish";

const open = new Map(
  flows.filter(({ openToCreators }) => openToCreators).map(({ id, name }) => [id, name]),
);

export const triggerFlow = defineStep({
  name: "trigger-flow",
  description: "Starts a flow of Directus on rows. Answers {answer}: what the flow gives back.",
  input: z.strictObject({
    flow_id: z.uuid(),
    collection: ReadableCollection,
    keys: z.array(Id).min(1).max(25),
  }),
  output: z.strictObject({ answer: z.unknown() }),
  effect: {
    looksAt: ["flow_id"],
    of: ({ flow_id }) => (open.has(flow_id) ? "write" : unknownEffect),
    atMost: "publish",
  },
  timeoutMs: 60_000,
  run: async ({ flow_id: id, collection, keys }, { tools }) => ({
    answer: (await tools.triggerFlow({ id, collection, keys })) ?? null,
  }),
  preview: async ({ flow_id, collection, keys }) => [
    { label: "Flow", value: open.get(flow_id) ?? flow_id },
    { label: "On", value: `${nounOf(collection)}: ${keys.join(", ")}` },
  ],
});
