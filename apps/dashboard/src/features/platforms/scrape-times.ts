import type { Profile } from "@genie/directus-client";
import { CronExpressionParser } from "cron-parser";

/** The choices of how often, as cron expressions in the account's time zone. */
export const frequencies = {
  hourly: "0 * * * *",
  sixHourly: "0 */6 * * *",
  daily: "0 6 * * *",
  weekly: "0 6 * * 1",
} as const satisfies Record<string, string>;

export type Frequency = keyof typeof frequencies;

export const frequencyNames = Object.keys(frequencies) as Frequency[];

type Schedule = Pick<Profile, "scrapeEnabled" | "scrapeFrequency" | "timezone">;

/** When the account is scraped next; null while it is paused, or the expression makes no sense. */
export function nextScrape(
  { scrapeEnabled, scrapeFrequency, timezone }: Schedule,
  now: Date,
): Date | null {
  if (!scrapeEnabled) return null;
  try {
    const schedule = CronExpressionParser.parse(scrapeFrequency, {
      tz: timezone,
      currentDate: now,
    });
    return schedule.next().toDate();
  } catch {
    return null;
  }
}
