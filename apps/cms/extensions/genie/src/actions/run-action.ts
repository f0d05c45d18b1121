import { z } from "zod";
import type { Accountability, Context, Payload } from "../directus.ts";
import { refusal } from "../refusals.ts";
import { findStep, type StepContext } from "./steps.ts";

type Action = {
  accountability: Accountability & { user: string };
  slug: string;
  params: Payload;
};
type Flow = {
  name: string;
  steps: ({ step: string } | { waits_for: string })[];
  input_schema: Payload | null;
};
type Outcome = { status: "error" | "miss" | "success"; result?: Payload; error_message?: string };

/** Runs the flow step by step and leaves one audit row, however it ends. */
export async function runAction(context: Context, action: Action): Promise<Payload> {
  const started = performance.now();
  const schema = await context.getSchema();
  const items: StepContext["items"] = (collection) =>
    new context.services.ItemsService(collection, {
      schema,
      accountability: action.accountability,
    });
  const audit = async (outcome: Outcome) =>
    new context.services.ItemsService("agent_audits", { schema, accountability: null }).createOne({
      user_id: action.accountability.user,
      action_slug: action.slug,
      source: "api",
      params: action.params,
      duration_ms: Math.round(performance.now() - started),
      ...outcome,
    });

  const flow = await findFlow(items, action.slug);
  if (!flow) {
    await audit({ status: "miss" });
    throw refusal("NOT_FOUND", `There is no action called "${action.slug}".`);
  }
  try {
    const result = await runSteps(flow, action, {
      accountability: action.accountability,
      gate: context,
      items,
    });
    await audit({ status: "success", result });
    return result;
  } catch (error) {
    const sentence = error instanceof Error ? error.message : "It failed.";
    await audit({ status: "error", error_message: sentence });
    throw error;
  }
}

async function findFlow(items: StepContext["items"], slug: string): Promise<Flow | undefined> {
  const [flow] = await items("action_flows").readByQuery({
    fields: ["name", "steps", "input_schema"],
    filter: { slug: { _eq: slug }, active: { _eq: true } },
    limit: 1,
  });
  return flow as Flow | undefined;
}

async function runSteps(flow: Flow, action: Action, context: StepContext): Promise<Payload> {
  const input = z.fromJSONSchema(flow.input_schema ?? { type: "object" }).safeParse(action.params);
  if (!input.success) {
    const problems = input.error.issues.map(({ path, message }) => `${path.join(".")}: ${message}`);
    throw refusal("INVALID_PAYLOAD", `"${flow.name}" can't run with this. ${problems.join("; ")}.`);
  }
  let result: Payload = {};
  for (const step of flow.steps) {
    if ("waits_for" in step) {
      throw refusal("CONFLICT", `"${flow.name}" waits for ${step.waits_for}. Nothing was done.`);
    }
    const run = findStep(step.step);
    if (!run) throw refusal("CONFLICT", `"${flow.name}" has a step that is unknown: ${step.step}.`);
    result = { ...result, ...(await run(action.params, context)) };
  }
  return result;
}
