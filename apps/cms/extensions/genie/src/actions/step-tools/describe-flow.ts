import { createHash } from "node:crypto";
import type { StepTools } from "@genie/actions";
import type { Knex } from "knex";
import { z } from "zod";
import { requireStartable } from "../../harden/closed-flows.ts";
import { refusal } from "../../refusals.ts";
import type { Run } from "./create-step-tools.ts";

type Flow = { id: string; name: string };
type Operation = { id: string; type: string; options: unknown };

/** What an operation that starts another flow names it by; one that is worked out in a run is not known here. */
const Starting = z.object({ flow: z.uuid() });

/** Of whom may start it alone, as starting it does. The version covers the flows that it starts. */
export async function describeFlow(
  { context: { database }, accountability }: Run,
  { id, collection, keys }: Parameters<StepTools["describeFlow"]>[0],
): Promise<{ name: string; version: string }> {
  await requireStartable(database, accountability, { id, body: { collection, keys: [...keys] } });
  const { flows, operations } = await readWithStarted(database, id);
  const name = flows.find((flow) => flow.id === id)?.name;
  if (name === undefined) {
    throw refusal("NOT_FOUND", "This flow is not there any more. Nothing was done.");
  }
  const hash = createHash("sha256")
    .update(JSON.stringify([flows, operations]))
    .digest("hex");
  return { name, version: hash.slice(0, 24) };
}

async function readWithStarted(
  database: Knex,
  id: string,
): Promise<{ flows: Flow[]; operations: Operation[] }> {
  const flows: Flow[] = [];
  const operations: Operation[] = [];
  const known = new Set([id]);
  let wanted = [id];
  while (wanted.length > 0) {
    const [itself, does] = await Promise.all([
      database("directus_flows")
        .whereIn("id", wanted)
        .orderBy("id")
        .select<Flow[]>(
          "id",
          "name",
          "status",
          "trigger",
          "accountability",
          "options",
          "operation",
        ),
      database("directus_operations")
        .whereIn("flow", wanted)
        .orderBy("id")
        .select<Operation[]>("id", "flow", "key", "type", "options", "resolve", "reject"),
    ]);
    flows.push(...itself);
    operations.push(...does);
    wanted = [...new Set(does.flatMap(startedBy))].filter((other) => !known.has(other));
    for (const other of wanted) known.add(other);
  }
  return { flows, operations };
}

function startedBy({ type, options }: Operation): string[] {
  const starting = Starting.safeParse(options);
  return type === "trigger" && starting.success ? [starting.data.flow] : [];
}
