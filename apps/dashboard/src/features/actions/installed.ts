import type { Env } from "#env";
import type { Installed } from "./flow-needs.ts";

/** What flows can count on here. */
export function installedHere({ BROWSER_URL }: Pick<Env, "BROWSER_URL">): Installed {
  return { has: { browser: BROWSER_URL !== undefined, model: false }, stepNeeds: {} };
}
