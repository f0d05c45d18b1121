import { z } from "zod";
import { defineTool, looks } from "../agent-tool.ts";
import { longest, presentValue } from "../present-rows.ts";

const Startable = z.object({
  actions: z.array(z.unknown()),
  flows: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      description: z.string().nullish(),
      options: z.object({ collections: z.array(z.string()).optional() }).nullish(),
    }),
  ),
});

export const listFlows = defineTool({
  name: "list-flows",
  title: "List flows",
  description:
    "What trigger-flow can start: actions by slug, with the schema of their params, and flows by id, with the collections they run on.",
  input: z.strictObject({}),
  hints: looks,
  run: async (_input, gate) => {
    const { actions, flows } = Startable.parse(await gate.read("/actions"));
    const byHand = flows.map(({ options, description, ...flow }) => ({
      ...flow,
      ...(description && { description: presentValue(description, longest.list) }),
      collections: options?.collections ?? [],
    }));
    const value = { actions: presentValue(actions, 40_000), flows: presentValue(byHand, 40_000) };
    return { value, foreign: false };
  },
});
