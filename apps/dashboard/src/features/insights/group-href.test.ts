import { expect, it } from "vitest";
import { groupHref } from "./group-href.ts";
import type { InsightsQuery } from "./insights-query.ts";

const figure = { posts: 9, median: 1, others: 9, othersMedian: 2, isClear: true };
const rest = { concept: "content-type", engagement: figure, earnings: figure } as const;
const place = { platform: "bluesky", zone: "Europe/Berlin", now: new Date("2026-03-31T23:00:00Z") };
const query: InsightsQuery = { period: "all", account: null, best: "likes", by: "engagement" };

it("leads to a band on this platform, and to her days of the period", () => {
  expect(groupHref({ ...rest, group: { band: "high" } }, { ...place, query })).toBe(
    "/app/media?platform=bluesky&source=scraped&concept=content-type.high",
  );
  const account = "6f9619ff-8b86-4d01-b42d-00cf4fc964ff";
  const month: InsightsQuery = { ...query, period: "30d", account };
  expect(groupHref({ ...rest, group: { tag: "red & blue" } }, { ...place, query: month })).toBe(
    `/app/media?platform=bluesky&source=scraped&account=${account}&from=2026-03-02&subject=red+%26+blue`,
  );
});
