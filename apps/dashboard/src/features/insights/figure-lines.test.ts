import type { Profile, ProfileSnapshot } from "@genie/directus-client";
import { describe, expect, it } from "vitest";
import { byCurrency, figureLines } from "./figure-lines.ts";

const profile = (id: string, currency?: string) =>
  ({ id, figures: currency === undefined ? null : { currency } }) as unknown as Profile;

const reading = (takenAt: string, figures: Partial<ProfileSnapshot>): ProfileSnapshot => ({
  profileId: "",
  takenAt,
  followers: null,
  following: null,
  posts: null,
  likes: null,
  earnings: null,
  ...figures,
});

describe("figureLines", () => {
  const course = {
    profile: profile("a", "USD"),
    readings: [
      reading("2026-11-01T00:00:00Z", { earnings: "10.50", followers: 7 }),
      reading("2026-11-02T00:00:00Z", { followers: 9 }),
    ],
  };

  it("leaves out what was not shown at a reading", () => {
    const [earnings] = figureLines([course], "earnings");
    expect(earnings).toMatchObject({
      currency: "USD",
      points: [{ at: Date.UTC(2026, 10, 1), value: 10.5 }],
    });
    expect(figureLines([course], "likes")).toMatchObject([{ currency: null, points: [] }]);
  });

  it("never puts two currencies on one scale", () => {
    const courses = [
      course,
      { profile: profile("b", "EUR"), readings: [] },
      { profile: profile("c", "USD"), readings: [] },
      { profile: profile("d"), readings: [] },
    ];
    const groups = byCurrency(figureLines(courses, "earnings"));
    expect(groups.map((group) => group.map(({ profile: { id } }) => id))).toEqual([
      ["a", "c"],
      ["b"],
      ["d"],
    ]);
    expect(byCurrency(figureLines(courses, "followers"))).toHaveLength(1);
  });
});
