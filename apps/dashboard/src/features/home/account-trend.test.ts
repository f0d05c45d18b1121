import type { ProfileSnapshot } from "@genie/directus-client";
import { describe, expect, it } from "vitest";
import { accountTrends } from "./account-trend.ts";

const snapshot: ProfileSnapshot = {
  profileId: "a",
  takenAt: "2026-11-01T00:00:00Z",
  followers: 100,
  following: 3,
  posts: 4,
  likes: 0,
  earnings: "12.50",
};

describe("accountTrends", () => {
  it("compares the latest with the oldest", () => {
    const later = {
      ...snapshot,
      takenAt: "2026-11-20T00:00:00Z",
      followers: 90,
      likes: 7,
      earnings: "20.00",
    };
    const trends = accountTrends([snapshot, later]);
    expect(trends.map(({ figure, latest, change }) => [figure, latest, change])).toEqual([
      ["followers", 90, -10],
      ["likes", 7, 7],
      ["earnings", 20, 7.5],
    ]);
    expect(trends[0]?.since).toBe(snapshot.takenAt);
  });

  it("has nothing to compare the first with", () => {
    expect(accountTrends([snapshot])[0]).toMatchObject({ latest: 100, change: null });
  });

  it("does not take a missing figure for none", () => {
    const hidden = { ...snapshot, earnings: null };
    expect(accountTrends([hidden])[2]).toMatchObject({ latest: null, points: [] });
    expect(accountTrends([])[0]).toMatchObject({ latest: null, change: null });
  });
});
