import type { MediaOuting } from "@genie/directus-client";
import { describe, expect, it } from "vitest";
import { findLately, latelyIn } from "./lately.ts";
import { accountsOn } from "./testing/sample-accounts.ts";
import { emptyDraft, picture } from "./testing/sample-draft.ts";

const at = new Date("2026-11-25T20:00:00Z");
const [robin, mara] = ["robin", "mara"].map((username) => `sandbox-${username}`) as [
  string,
  string,
];
const accounts = accountsOn(
  { platform: "sandbox" },
  { platform: "sandbox", username: "mara" },
  { platform: "shortform" },
);
const draft = {
  ...emptyDraft,
  profileIds: accounts.map(({ id }) => id),
  media: [picture("sea"), picture("dune")],
};
const outing: MediaOuting = {
  mediaId: "sea",
  usedMediaId: "sea-2",
  relation: "similar",
  profileId: robin,
  platform: "sandbox",
  postId: "before",
  status: "published",
  at: "2026-11-22T20:00:00Z",
  permalink: null,
};
const find = (outings: MediaOuting[], postIds: string[] = []) =>
  findLately(draft, { accounts, outings, postIds, at });
const isToldOf = (moment: string) => find([{ ...outing, at: moment }]).length > 0;

describe("findLately", () => {
  it("warns for the account that it went to, and for others on that platform", () => {
    expect(find([outing]).map(({ accountId, mediaId }) => [accountId, mediaId])).toEqual([
      [robin, "sea"],
      [mara, "sea"],
    ]);
  });

  it("puts the account itself before a nearer time elsewhere on its platform", () => {
    const nearer = { ...outing, profileId: mara, postId: "nearer", at: "2026-11-24T20:00:00Z" };
    const found = find([nearer, outing]);
    expect(found.map(({ outing: { postId } }) => postId)).toEqual(["before", "nearer"]);
  });

  it("looks 30 days back and ahead of the time that the post is planned for", () => {
    expect(isToldOf("2026-10-26T20:00:00Z")).toBe(true);
    expect(isToldOf("2026-10-26T19:59:59Z")).toBe(false);
    expect(isToldOf("2026-12-25T20:00:00Z")).toBe(true);
    expect(isToldOf("2026-12-25T20:00:01Z")).toBe(false);
  });

  it("is silent about the posts that are edited, drafts, and what has no time", () => {
    expect(find([outing], ["before"])).toEqual([]);
    expect(find([{ ...outing, status: "draft" }])).toEqual([]);
    expect(find([{ ...outing, at: null }])).toEqual([]);
  });
});

describe("latelyIn", () => {
  it("says once what holds for several accounts, and only of what is shown", () => {
    const found = find([outing]);
    const accountIds = [robin, mara];
    expect(latelyIn(found, { accountIds, mediaIds: ["sea"] })).toHaveLength(1);
    expect(latelyIn(found, { accountIds, mediaIds: ["dune"] })).toEqual([]);
    expect(latelyIn(found, { accountIds: [], mediaIds: ["sea"] })).toEqual([]);
  });
});
