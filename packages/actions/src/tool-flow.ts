import type { FlowStep } from "@genie/schema";
import type { Flow } from "./flow/flow.ts";
import { steps } from "./steps/index.ts";

/** The tools of agents that change something, each a step of the same name, and what people call them. */
export const toolTitles = {
  "create-item": "Create a row",
  "update-item": "Change a row",
  "delete-item": "Delete a row",
  "trigger-flow": "Start a flow",
  "create-user": "Add a person",
  "update-user": "Change a person",
} as const satisfies Partial<Record<keyof typeof steps, string>>;
export type ToolName = keyof typeof toolTitles;

export const isToolName = (name: string): name is ToolName => Object.hasOwn(toolTitles, name);

const made = new Map<ToolName, Flow>();

/** The flow of one step that a tool is run as, always the same; its input is the step's, which checks it. */
export function toolFlow(name: ToolName): Flow {
  const known = made.get(name);
  if (known) return known;
  const flow = makeFlow(name);
  made.set(name, flow);
  return flow;
}

function makeFlow(name: ToolName): Flow {
  const fields = Object.keys(steps[name].input.shape);
  const step: FlowStep = {
    key: name.replaceAll("-", "_"),
    step: name,
    with: Object.fromEntries(fields.map((field) => [field, `$input.${field}?`])),
  };
  return {
    slug: name,
    name: toolTitles[name],
    input_schema: {
      type: "object",
      properties: Object.fromEntries(fields.map((field) => [field, {}])),
      additionalProperties: false,
    },
    steps: [step],
  };
}
