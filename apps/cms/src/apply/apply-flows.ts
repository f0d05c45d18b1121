import { isDeepStrictEqual } from "node:util";
import { type Flow, flows, retiredFlows } from "@genie/schema";
import type { Change } from "./change.ts";
import type { Api } from "./client.ts";
import { flowRow, type OperationRow, operationRows } from "./flow-rows.ts";

type LiveOperation = OperationRow & Record<string, unknown>;
type LiveFlow = Record<string, unknown> & { id: string; operations: LiveOperation[] };

/**
 * Every flow of ours that is missing or differs, or is no longer ours. Whether it is switched on is the operator's, and so
 * are flows of her own.
 */
export async function flowChanges(
  api: Api,
  wanted = flows,
  retired = retiredFlows,
): Promise<Change[]> {
  const ids = [...wanted.map(({ id }) => id), ...retired].join(",");
  const live = await api<LiveFlow[]>(
    "GET",
    `/flows?limit=-1&filter[id][_in]=${ids}&fields=*,operations.*`,
  );
  const byId = new Map(live.map((flow) => [flow.id, flow]));
  const gone = live.filter(({ id }) => retired.includes(id));
  return [
    ...wanted.flatMap((flow) => changesOf(flow, byId.get(flow.id))),
    ...gone.map(({ id, name }) => ({
      what: `flow ${String(name)} is retired`,
      apply: (to: Api) => to("DELETE", `/flows/${id}`),
    })),
  ];
}

function changesOf(flow: Flow, live: LiveFlow | undefined): Change[] {
  const what = `flow ${flow.name}`;
  if (!live) return [{ what: `${what} is missing`, apply: (api) => createFlow(api, flow) }];
  const wrong = differences(flowRow(flow), live);
  const liveSteps = new Map(live.operations.map((operation) => [operation.id, operation]));
  const steps = operationRows(flow).map((row) => {
    const current = liveSteps.get(row.id);
    return { row, current, wrong: current ? differences(row, current) : [] };
  });
  const known = new Set(steps.map(({ row }) => row.id));
  const foreign = live.operations.filter(({ id }) => !known.has(id));
  const told = [
    ...(wrong.length > 0 ? [wrong.join(", ")] : []),
    ...steps.flatMap((step) => {
      if (!step.current) return [`step ${step.row.key} is missing`];
      return step.wrong.length > 0 ? [`step ${step.row.key}: ${step.wrong.join(", ")}`] : [];
    }),
    ...foreign.map(({ key }) => `step ${key} is not in the code`),
  ];
  if (told.length === 0) return [];
  const relinks =
    foreign.length > 0 ||
    steps.some((step) => !step.current || step.wrong.some((field) => links.includes(field)));
  return [
    {
      what: `${what}: ${told.join("; ")}`,
      apply: relinks
        ? (api) => rewriteFlow(api, flow, live.operations)
        : async (api) => {
            for (const step of steps.filter((candidate) => candidate.wrong.length > 0)) {
              await api("PATCH", `/operations/${step.row.id}`, step.row);
            }
            if (wrong.length > 0) await api("PATCH", `/flows/${flow.id}`, flowRow(flow));
          },
    },
  ];
}

const links = ["resolve", "reject"];

async function createFlow(api: Api, flow: Flow): Promise<void> {
  await api("POST", "/flows", { ...flowRow(flow), operation: null, status: "active" });
  await rewriteFlow(api, flow, []);
}

/**
 * Writes the steps from the last to the first, because each names the ones after it. The flow does
 * nothing meanwhile; a crash leaves it so, and the next apply finishes it.
 */
async function rewriteFlow(api: Api, flow: Flow, live: LiveOperation[]): Promise<void> {
  const rows = operationRows(flow);
  await api("PATCH", `/flows/${flow.id}`, { ...flowRow(flow), operation: null });
  if (live.length > 0) {
    // A step may be named by one other only, even for a moment.
    await api("PATCH", "/operations", {
      keys: live.map(({ id }) => id),
      data: { resolve: null, reject: null },
    });
  }
  const known = new Set(rows.map(({ id }) => id));
  const foreign = live.filter(({ id }) => !known.has(id)).map(({ id }) => id);
  if (foreign.length > 0) await api("DELETE", "/operations", foreign);
  const there = new Set(live.map(({ id }) => id));
  for (const row of rows.toReversed()) {
    if (there.has(row.id)) await api("PATCH", `/operations/${row.id}`, row);
    else await api("POST", "/operations", row);
  }
  await api("PATCH", `/flows/${flow.id}`, { operation: flowRow(flow).operation });
}

const differences = (row: object, live: Record<string, unknown>): string[] =>
  Object.entries(row)
    .filter(([field, value]) => !isDeepStrictEqual(live[field], value))
    .map(([field]) => field);
