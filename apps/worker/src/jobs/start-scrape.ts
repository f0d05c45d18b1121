import type { ScrapePlan } from "@genie/directus-client";
import type { Handlers } from "@genie/jobs";
import { jitteredStart } from "./jittered-start.ts";

export type StartScrapeServices = {
  readPlan: (profileId: string) => Promise<ScrapePlan | null>;
  /** Makes the row that `scrape-profile` then works on, unless one waits or runs. */
  ensureScrapeJob: (profileId: string) => Promise<"created" | "exists">;
  now?: () => Date;
};

/**
 * A profile's schedule came due: it starts some minutes after that, each at its own, and by what the row
 * says then. An account whose log-in was refused is left alone until a person has seen to it: trying a
 * wrong password again and again gets an account locked.
 */
export function startScrapeHandler({
  readPlan,
  ensureScrapeJob,
  now = () => new Date(),
}: StartScrapeServices): Handlers["start-scrape"] {
  return async ({ payload: { profileId }, delayUntil }) => {
    const plan = await readPlan(profileId);
    if (plan === null || !plan.isEnabled || plan.loginRefused) return;
    const at = now();
    const start = jitteredStart({ profileId, ...plan }, at);
    if (start > at) delayUntil(start);
    await ensureScrapeJob(profileId);
  };
}
