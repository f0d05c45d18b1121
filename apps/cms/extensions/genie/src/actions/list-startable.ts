import { isDirectusError } from "@directus/errors";
import type { Accountability, Context, Payload } from "../directus.ts";

/** The actions and, of flows that are started by hand, those that the caller may see. */
export async function listStartable(
  { services, getSchema }: Context,
  accountability: Accountability | null,
): Promise<{ actions: Payload[]; flows: Payload[] }> {
  const schema = await getSchema();
  const read = (collection: string, query: Payload) =>
    new services.ItemsService(collection, { schema, accountability }).readByQuery(query);
  const [actions, flows] = await Promise.all([
    read("action_flows", {
      fields: ["slug", "name", "description", "input_schema", "confirm"],
      filter: { active: { _eq: true } },
      sort: ["slug"],
      limit: 100,
    }),
    read("directus_flows", {
      fields: ["id", "name", "description", "options"],
      filter: { _and: [{ trigger: { _eq: "manual" } }, { status: { _eq: "active" } }] },
      sort: ["name"],
      limit: 100,
    }).catch(noneOfHers),
  ]);
  return { actions, flows };
}

/** A viewer may see no flows, which is no reason to show her no actions. */
function noneOfHers(error: unknown): Payload[] {
  if (isDirectusError(error, "FORBIDDEN")) return [];
  throw error;
}
