import type { WorkerProfile } from "@genie/directus-client";
import type { Handlers } from "@genie/jobs";

export type StartScrapeServices = {
  readProfile: (id: string) => Promise<WorkerProfile | null>;
  /** Makes the row that `scrape-profile` then works on, unless one waits or runs. */
  ensureScrapeJob: (profileId: string) => Promise<"created" | "exists">;
};

/**
 * A profile's schedule came due. An account whose log-in was refused is left alone until a person has
 * seen to it: trying a wrong password again and again gets an account locked.
 */
export function startScrapeHandler({
  readProfile,
  ensureScrapeJob,
}: StartScrapeServices): Handlers["start-scrape"] {
  return async ({ payload }) => {
    const profile = await readProfile(payload.profileId);
    if (profile === null || !profile.scrapeEnabled || profile.loginRefused) return;
    await ensureScrapeJob(profile.id);
  };
}
