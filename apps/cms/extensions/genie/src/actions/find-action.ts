import { type Flow, isToolName, toolFlow } from "@genie/actions";
import type { Context } from "../directus.ts";

export type Action = Flow & { confirm: "always" | "never" };

const tools = "tools/";

/** The flow of that slug that is switched on, or a tool's; undefined when there is none. */
export async function findAction(
  { services, getSchema }: Context,
  slug: string,
): Promise<Action | undefined> {
  if (slug.startsWith(tools)) {
    const name = slug.slice(tools.length);
    return isToolName(name) ? { ...toolFlow(name), confirm: "never" } : undefined;
  }
  if (!isSlug(slug)) return undefined;
  const items = new services.ItemsService("action_flows", {
    schema: await getSchema(),
    // Whoever may run what is switched on need not be let to read its steps.
    accountability: null,
  });
  const [flow] = await items.readByQuery({
    fields: ["slug", "name", "steps", "input_schema", "confirm"],
    filter: { slug: { _eq: slug }, active: { _eq: true } },
    limit: 1,
  });
  return flow as Action | undefined;
}

const isSlug = (slug: string) => /^[a-z0-9-]{1,64}$/.test(slug);
