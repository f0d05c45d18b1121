import type { InsightGroup } from "@genie/schema";
import { wallTimeAt } from "#features/calendar/zoned-time.ts";
import { addressWith } from "#features/shell/address.ts";
import { type InsightsQuery, startOf } from "./insights-query.ts";

type GroupPlace = { platform: string; query: InsightsQuery; zone: string; now: Date };

/** The library with the posts of a group. */
export function groupHref(
  { concept, group }: InsightGroup,
  { platform, query, zone, now }: GroupPlace,
): string {
  const from = startOf(query.period, now);
  return addressWith("/app/media", "", {
    platform,
    source: "scraped",
    account: query.account,
    from: from && wallTimeAt(from, zone).date,
    ...("tag" in group ? { subject: group.tag } : { concept: `${concept}.${group.band}` }),
  });
}
