import { AppError } from "@genie/errors";
import { z } from "zod";
import { defineTool, looks } from "../agent-tool.ts";
import type { Gate } from "../gate.ts";
import { longest, presentValue } from "../present-rows.ts";

const Flows = z.array(
  z.object({
    id: z.string(),
    name: z.string(),
    description: z.string().nullish(),
    options: z.object({ collections: z.array(z.string()).optional() }).nullish(),
  }),
);

export const listFlows = defineTool({
  name: "list-flows",
  title: "List flows",
  description:
    "What trigger-flow can start: actions by slug, with the schema of their params, and flows by id, with the collections they run on.",
  input: z.strictObject({}),
  hints: looks,
  run: async (_input, gate) => {
    const [actions, flows] = await Promise.all([
      gate.read("/items/action_flows", {
        fields: ["slug", "name", "description", "input_schema", "confirm"],
        filter: { active: { _eq: true } },
        sort: ["slug"],
        limit: 100,
      }),
      readFlows(gate),
    ]);
    const value = { actions: presentValue(actions, 40_000), flows: presentValue(flows, 40_000) };
    return { value, foreign: false };
  },
});

/** Those that are started by hand. A viewer has none. */
async function readFlows(gate: Gate): Promise<object[]> {
  try {
    const found = await gate.read("/flows", {
      fields: ["id", "name", "description", "options"],
      filter: { _and: [{ trigger: { _eq: "manual" } }, { status: { _eq: "active" } }] },
      sort: ["name"],
      limit: 100,
    });
    return Flows.parse(found).map(({ options, description, ...flow }) => ({
      ...flow,
      ...(description && { description: presentValue(description, longest.list) }),
      collections: options?.collections ?? [],
    }));
  } catch (error) {
    if (error instanceof AppError && error.code === "forbidden") return [];
    throw error;
  }
}
