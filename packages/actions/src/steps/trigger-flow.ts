import { AppError } from "@genie/errors";
import { type ActionEffect, flows } from "@genie/schema";
import { z } from "zod";
import { defineStep, type PreviewLine } from "../define-step.ts";
import { Id, ReadableCollection } from "../rows/inputs.ts";
import { nounOf, sayRow, show, tellingFields } from "../rows/preview-lines.ts";
import type { StepTools } from "../step-tools.ts";

/** What an operator's own flow does is not known here. */
const unknownEffect: ActionEffect = "publish";

const open = new Set(flows.filter(({ openToCreators }) => openToCreators).map(({ id }) => id));

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
  outlivesStop: true,
  run: async ({ flow_id: id, collection, keys }, { tools, shown }) => {
    const flow = { id, collection, keys };
    if (shown && shown["version"] !== (await tools.describeFlow(flow)).version) throw changed();
    return { answer: (await tools.triggerFlow(flow)) ?? null };
  },
  preview: async ({ flow_id: id, collection, keys }, { tools }) => {
    const { name, version } = await tools.describeFlow({ id, collection, keys });
    const rows = await Promise.all(keys.map((key) => sayKey(collection, key, tools)));
    return [
      { label: "Flow", value: show(name) },
      ...rows,
      // Differs with anything that the flow does.
      { label: "Version", value: version },
    ];
  },
  holds: async ({ flow_id: id, collection, keys }, { tools }) => ({
    version: (await tools.describeFlow({ id, collection, keys })).version,
  }),
});

async function sayKey(collection: string, key: string, tools: StepTools): Promise<PreviewLine> {
  const fields = tellingFields(collection);
  if (fields.length === 0) return { label: nounOf(collection), value: key };
  return sayRow(collection, await tools.rows(collection).readOne(key, fields));
}

const changed = () =>
  new AppError(
    "conflict",
    "This flow has changed since it was shown to you, so it was not started. Ask for it again and look at it anew.",
  );
