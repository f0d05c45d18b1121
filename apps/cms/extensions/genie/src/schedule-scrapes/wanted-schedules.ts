import type { ScrapeSchedule } from "@genie/jobs";
import type { Knex } from "knex";

/** The schedules that accounts should have; those that are not to be scraped are not in it. */
export async function wantedSchedules(
  database: Knex,
  profiles?: readonly string[],
): Promise<Map<string, ScrapeSchedule>> {
  const query = database("creator_profiles").where("scrape_enabled", true);
  const rows = await (profiles ? query.whereIn("id", [...profiles]) : query).select<
    { id: string; cron: string; timezone: string }[]
  >({ id: "id", cron: "scrape_frequency", timezone: "timezone" });
  return new Map(rows.map(({ id, cron, timezone }) => [id, { cron, timezone }]));
}
