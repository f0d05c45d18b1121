import { randomUUID } from "node:crypto";
import type { FlowTrigger } from "@genie/schema";
import { call, stackUnderTest } from "@genie/testing";

type Step = { key: string; type: string; options: object };

/** Steps that follow one another, built by API as the panel's builder does; answers the flow's id. */
export async function buildFlow(
  directusUrl: string,
  { steps, ...flow }: FlowTrigger & { steps: readonly Step[] },
): Promise<string> {
  const id = randomUUID();
  const send = async (method: string, path: string, body: object) => {
    const answer = await call(method, path, {
      token: stackUnderTest().adminToken,
      to: directusUrl,
      body,
    });
    if (answer.status >= 400) throw new Error(`${method} ${path}: ${answer.text}`);
    return answer.data as { id: string };
  };
  // Else a schedule may start it before it has its steps.
  const status = "inactive";
  const row = { id, name: `Test of ${flow.trigger}`, accountability: "all", ...flow, status };
  await send("POST", "/flows", row);
  let next: string | null = null;
  for (const step of steps.toReversed()) {
    const operation: object = { ...step, flow: id, position_x: 1, position_y: 1, resolve: next };
    next = (await send("POST", "/operations", operation)).id;
  }
  await send("PATCH", `/flows/${id}`, { operation: next, status: "active" });
  return id;
}
