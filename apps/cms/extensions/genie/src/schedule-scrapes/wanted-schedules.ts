import type { ScrapeSchedule } from "@genie/jobs";
import { CronExpressionParser } from "cron-parser";
import type { Knex } from "knex";

/**
 * The schedules that accounts should have; those that are not to be scraped are not in it, nor those
 * whose schedule can't be read, which no rule has seen: one of them must not hold up the others.
 */
export async function wantedSchedules(
  database: Knex,
  profiles?: readonly string[],
): Promise<Map<string, ScrapeSchedule>> {
  const query = database("creator_profiles").where("scrape_enabled", true);
  const rows = await (profiles ? query.whereIn("id", [...profiles]) : query).select<
    { id: string; cron: string; timezone: string }[]
  >({ id: "id", cron: "scrape_frequency", timezone: "timezone" });
  return new Map(rows.filter(comesDue).map(({ id, cron, timezone }) => [id, { cron, timezone }]));
}

function comesDue({ cron, timezone }: ScrapeSchedule): boolean {
  try {
    CronExpressionParser.parse(cron, { tz: timezone }).next();
    return true;
  } catch {
    return false;
  }
}
