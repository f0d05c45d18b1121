import type { StepTools } from "@genie/actions";
import { importFromDirectus } from "../../directus-module.ts";
import { requireStartable } from "../../harden/closed-flows.ts";
import type { Run } from "./create-step-tools.ts";

type Manager = {
  runWebhookFlow: (
    name: string,
    data: object,
    context: { accountability: unknown; schema: unknown },
  ) => Promise<{ result: unknown }>;
};

/** Starts a flow by hand, as Directus' own route does and by the same rules. Answers what it returns. */
export async function triggerFlow(
  { context, accountability }: Run,
  { id, collection, keys }: Parameters<StepTools["triggerFlow"]>[0],
): Promise<unknown> {
  const body = { collection, keys: [...keys] };
  await requireStartable(context.database, accountability, { id, body });
  const { getFlowManager } = await importFromDirectus<{ getFlowManager: () => Manager }>(
    "@directus/api/flows",
  );
  const request = { path: `/trigger/${id}`, query: {}, body, method: "POST", headers: {} };
  const { result } = await getFlowManager().runWebhookFlow(`POST-${id}`, request, {
    accountability,
    schema: await context.getSchema(),
  });
  return result;
}
