import type { Hook } from "../directus.ts";
import { gateQueues, reasonOf } from "../gate-queues.ts";
import { wantedSchedules } from "./wanted-schedules.ts";

const scheduleFields = ["scrape_enabled", "scrape_frequency", "timezone"];

/**
 * Keeps the schedule of each account in the queue as its row says, after the commit. What goes wrong
 * here is only logged, because a sweep makes it good.
 */
export const scheduleScrapes: Hook = ({ action }, context) => {
  action("creator_profiles.items.create", ({ key }) => bringUp([String(key)]));
  action("creator_profiles.items.update", async ({ keys, payload }) => {
    const touched = scheduleFields.some((field) => field in (payload as object));
    if (touched) await bringUp(keys as string[]);
  });
  action("creator_profiles.items.delete", ({ keys }) => bringUp(keys as string[]));

  async function bringUp(profiles: readonly string[]): Promise<void> {
    try {
      const wanted = await wantedSchedules(context.database, profiles);
      for (const profile of profiles) {
        await gateQueues(context).setScrapeSchedule(profile, wanted.get(profile) ?? null);
      }
    } catch (error) {
      context.logger.warn({ profiles, reason: reasonOf(error) }, "a schedule could not be set");
    }
  }
};
