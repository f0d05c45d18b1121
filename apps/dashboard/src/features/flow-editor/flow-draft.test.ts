import type { FlowPlan } from "@genie/directus-client";
import { actionFlowSeed } from "@genie/schema";
import { describe, expect, it } from "vitest";
import { flowEditor } from "#messages/en/flow-editor.ts";
import { draftOf, emptyFlow, newInput, newStep, planOf } from "./flow-draft.ts";

const { problems: text } = flowEditor;

const plans = actionFlowSeed.map<FlowPlan>((flow) => ({
  name: flow.name,
  slug: flow.slug,
  description: flow.description,
  isActive: true,
  alwaysAsks: flow.confirm === "always",
  inputSchema: flow.input_schema,
  steps: [...flow.steps],
}));

const [first = emptyFlow] = plans;

describe("a draft", () => {
  it.each(plans)("of $slug is saved as it was when nothing is changed", (plan) => {
    expect(planOf(draftOf(plan), [], text)).toEqual({ plan, problems: [] });
  });

  it("makes a JSON Schema of the inputs", () => {
    const draft = draftOf(emptyFlow);
    draft.inputs.push({ ...newInput([]), name: "mood", kind: "choice", choices: "calm, ,wild " });
    draft.inputs.push({
      ...newInput(draft.inputs),
      name: "count",
      kind: "whole",
      isRequired: false,
    });
    const { plan } = planOf({ ...draft, name: "A", slug: "a" }, [], text);
    expect(plan.inputSchema).toEqual({
      type: "object",
      properties: { mood: { enum: ["calm", "wild"] }, count: { type: "integer" } },
      required: ["mood"],
      additionalProperties: false,
    });
  });

  it("keeps what it does not know of an input while its kind stays", () => {
    const inputSchema = { type: "object", properties: { a: { type: "string", pattern: "^x" } } };
    const draft = draftOf({ ...first, inputSchema });
    const [a] = draft.inputs;
    expect(planOf(draft, [], text).plan.inputSchema).toMatchObject(inputSchema);
    if (a) a.kind = "number";
    expect(planOf(draft, [], text).plan.inputSchema).toMatchObject({
      properties: { a: { type: "number" } },
    });
  });

  it.each([
    ["name", { name: " " }, "name", text.nameMissing],
    ["slug", { slug: "No Slug" }, "slug", text.slugShape],
    ["slug", { slug: "taken" }, "slug", text.slugTaken],
    ["input", { inputs: [newInput([])] }, "inputs.0.name", text.inputShape],
    [
      "step's JSON",
      { steps: [{ ...newStep([], "classify"), with: "{" }] },
      "steps.0.with",
      text.noJson,
    ],
    [
      "condition",
      { steps: [{ ...newStep([], "classify"), when: "[]" }] },
      "steps.0.when",
      text.noObject,
    ],
    [
      "time",
      { steps: [{ ...newStep([], "classify"), seconds: "500" }] },
      "steps.0.timeout_ms",
      text.seconds(120),
    ],
  ])("says what is wrong with its %s", (_what, change, path, message) => {
    const { problems } = planOf({ ...draftOf(first), ...change }, ["taken"], text);
    expect(problems).toEqual([{ path, message }]);
  });
});
