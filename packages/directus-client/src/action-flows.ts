import { createItem, deleteItem, readItems, updateItem } from "@directus/sdk";
import type { ActionFlow } from "@genie/schema";
import type { DirectusClient } from "./create-directus-client.ts";

/** Something that can be done by its name, as everybody sees it. */
export type Flow = {
  id: string;
  slug: string;
  name: string;
  description: string;
  isActive: boolean;
  /** Whether nothing is done before its person says yes, whoever asks. */
  alwaysAsks: boolean;
  /** JSON Schema of what it is run with. */
  inputSchema: Record<string, unknown> | null;
};

/** A flow with what it does, which viewers don't see. */
export type FlowInFull = Flow & { steps: ActionFlow["steps"] };

/** What an administrator decides about a flow. */
export type FlowPlan = Omit<FlowInFull, "id">;

const fields = [
  "id",
  "slug",
  "name",
  "description",
  "active",
  "confirm",
  "input_schema",
] as const satisfies readonly (keyof ActionFlow)[];

/** All flows by their names; those that are switched off are seen by administrators alone. */
export async function listFlows(client: DirectusClient): Promise<Flow[]> {
  const rows = await client.send(
    readItems("action_flows", { fields: [...fields], sort: ["name"], limit: -1 }),
  );
  return rows.map(toFlow);
}

/** All flows with their steps, for who may see those. */
export async function listFlowsInFull(client: DirectusClient): Promise<FlowInFull[]> {
  const rows = await client.send(
    readItems("action_flows", { fields: [...fields, "steps"], sort: ["name"], limit: -1 }),
  );
  return rows.map((row) => ({ ...toFlow(row), steps: row.steps }));
}

/** Makes a flow. Throws `conflict` when its slug is taken, `invalid_input` with the gate's sentence. */
export async function createFlow(client: DirectusClient, plan: FlowPlan): Promise<void> {
  await client.send(createItem("action_flows", rowOf(plan), { fields: ["id"] }));
}

/** Replaces what a flow says. Throws like `createFlow`. */
export async function updateFlow(
  client: DirectusClient,
  id: string,
  plan: FlowPlan,
): Promise<void> {
  await client.send(updateItem("action_flows", id, rowOf(plan), { fields: ["id"] }));
}

/** Switches a flow on or off. */
export async function switchFlow(
  client: DirectusClient,
  id: string,
  isActive: boolean,
): Promise<void> {
  await client.send(updateItem("action_flows", id, { active: isActive }, { fields: ["id"] }));
}

/** Deletes a flow; what was run stays in the trail. */
export async function deleteFlow(client: DirectusClient, id: string): Promise<void> {
  await client.send(deleteItem("action_flows", id));
}

function toFlow(row: Pick<ActionFlow, (typeof fields)[number]>): Flow {
  return {
    id: row.id,
    slug: row.slug,
    name: row.name,
    description: row.description ?? "",
    isActive: row.active,
    alwaysAsks: row.confirm === "always",
    inputSchema: row.input_schema,
  };
}

function rowOf(plan: FlowPlan) {
  return {
    slug: plan.slug,
    name: plan.name,
    description: plan.description === "" ? null : plan.description,
    active: plan.isActive,
    confirm: plan.alwaysAsks ? ("always" as const) : ("never" as const),
    input_schema: plan.inputSchema,
    steps: plan.steps,
  };
}
