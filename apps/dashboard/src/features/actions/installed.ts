import { steps } from "@genie/actions";
import type { Env } from "#env";
import type { Installed, StepNeed } from "./flow-needs.ts";

/** What flows can count on here, as far as the dashboard's server knows it. */
export function installedHere({ BROWSER_URL }: Pick<Env, "BROWSER_URL">): Installed {
  return { hasBrowser: BROWSER_URL !== undefined, stepNeeds };
}

const stepNeeds = Object.fromEntries(
  Object.values(steps).flatMap((step) =>
    "needs" in step && step.needs !== undefined ? [[step.name, step.needs] as const] : [],
  ),
) satisfies Record<string, StepNeed>;
