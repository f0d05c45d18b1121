import type { Flow } from "@genie/directus-client";
import type { Messages } from "#messages/messages.ts";
import { sayName } from "./say-name.ts";

/** What a run is called: by its flow, by the tool that was used, or by what was asked for. */
export function actionName(
  slug: string,
  flows: readonly Pick<Flow, "name" | "slug">[],
  { runs }: Pick<Messages, "runs">,
): string {
  const flow = flows.find((one) => one.slug === slug);
  if (flow !== undefined) return flow.name;
  return sayName(slug.replace(/^tools\//, ""), runs.steps);
}
