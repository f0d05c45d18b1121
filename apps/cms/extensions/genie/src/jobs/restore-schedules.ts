import type { Context } from "../directus.ts";
import { gateQueues } from "../gate-queues.ts";
import { wantedSchedules } from "../schedule-scrapes/wanted-schedules.ts";

/** Brings the schedules in the queue to what the accounts say, whichever got lost or stayed behind. */
export async function restoreSchedules(
  context: Context,
): Promise<{ set: number; removed: number }> {
  const queues = gateQueues(context);
  // First what is there: an account that is added meanwhile is set anew, never taken away.
  const actual = await queues.scrapeSchedules();
  const wanted = await wantedSchedules(context.database);
  let set = 0;
  for (const [profile, schedule] of wanted) {
    const { cron, timezone } = actual.get(profile) ?? {};
    if (cron === schedule.cron && timezone === schedule.timezone) continue;
    await queues.setScrapeSchedule(profile, schedule);
    set += 1;
  }
  const surplus = [...actual.keys()].filter((profile) => !wanted.has(profile));
  for (const profile of surplus) await queues.setScrapeSchedule(profile, null);
  return { set, removed: surplus.length };
}
