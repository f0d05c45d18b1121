import type { PostRules } from "@genie/schema";
import { describe, expect, it } from "vitest";
import type { CheckedFile } from "./check-file.ts";
import { checkRules, type RuledPost } from "./check-rules.ts";

const dayMs = 86_400_000;
const dueAt = new Date("2027-03-10T18:00:00Z");
const picture: CheckedFile = { name: "beach.jpg", mime: "image/jpeg", sizeBytes: 1000 };

const check = (rules: PostRules, post: Partial<RuledPost> = {}) =>
  checkRules({ name: "Mine", rules }, { caption: "", files: [], dueAt, alsoOut: [], ...post });
const inDays = (days: number, ms = 0) => new Date(dueAt.getTime() + days * dayMs + ms);
const again = (days: number, at: Date) => check({ neverRepostDays: days }, { alsoOut: [at] });

it("rules that say nothing keep nothing back", () => {
  expect(
    check({}, { caption: "#a https://a.example", files: [picture], alsoOut: [dueAt] }),
  ).toEqual([]);
});

describe("banned words", () => {
  it.each([
    ["A SALE today", "sale"],
    ["ｓａｌｅ", "sale"],
    ["𝗦𝗮𝗹𝗲", "sale"],
    ["sa\u00ADle", "sale"],
    ["s\u200Bale", "sale"],
    ["#sale", "sale"],
    ["big_sale_now", "sale"],
    ["cafe\u0301", "café"],
    ["café", "cafe\u0301"],
    ["we don’t", "don't"],
    ["t‑shirt", "T-shirt"],
    ["meet\u00A0 me", "meet me"],
    ["ΣΊΣΥΦΟΣ", "σίσυφος"],
    ["今日セールです", "セール"],
    ["今日saleです", "sale"],
    ["so 🍑🍑", "🍑"],
    ["love ❤️", "❤"],
    ["c++11 (new)", "c++"],
    ["a/b", "a/b"],
  ])("%j holds %j", (caption, word) => {
    expect(check({ bannedWords: [word] }, { caption })).toEqual([
      `Your rules "Mine" ban "${word}". Leave it out.`,
    ]);
  });

  it.each([
    ["wholesale", "sale"],
    ["#summersale", "sale"],
    ["2018", "18"],
    ["cafés", "café"],
    ["cafe\u0301s", "cafe"],
    ["salé", "sale"],
    ["meet, me", "meet me"],
    ["anything", ".*"],
  ])("%j does not hold %j", (caption, word) => {
    expect(check({ bannedWords: [word] }, { caption })).toEqual([]);
  });

  it("are named together", () => {
    expect(check({ bannedWords: ["a", "b", "c"] }, { caption: "c a" })).toEqual([
      'Your rules "Mine" ban "a", "c". Leave them out.',
    ]);
  });
});

describe("required tags", () => {
  it.each([
    ["see #AD", "ad"],
    ["＃ａｄ", "ad"],
    ["#été", "#E\u0301te\u0301"],
  ])("%j has %j", (caption, tag) => {
    expect(check({ requiredTags: [tag] }, { caption })).toEqual([]);
  });

  it("are missed where they are words, or parts of other tags", () => {
    expect(check({ requiredTags: ["ad", "art"] }, { caption: "ad #adult #art2" })).toEqual([
      'Your rules "Mine" want #ad, #art in the caption. Add them.',
    ]);
    expect(check({ requiredTags: ["ad"] })).toEqual([
      'Your rules "Mine" want #ad in the caption. Add it.',
    ]);
  });
});

it("hashtags are counted up to the number that is allowed", () => {
  expect(check({ mostHashtags: 2 }, { caption: "#a #b" })).toEqual([]);
  expect(check({ mostHashtags: 2 }, { caption: "#a #b #a" })).toEqual([
    'Your rules "Mine" allow 2 hashtags; this caption has 3. Remove some.',
  ]);
  expect(check({ mostHashtags: 0 }, { caption: "#a" })[0]).toContain("allow no hashtags");
});

describe("web addresses", () => {
  it.each([
    "see https://a.example/x",
    "HTTP://A.EXAMPLE",
    "www.a.example",
    "find me on example.com.",
    "example.com/me",
    "linktr.ee/me",
    "Exａmple.ＣＯＭ",
  ])("%j has one", (caption) => {
    expect(check({ noLinks: true }, { caption })).toEqual([
      'Your rules "Mine" allow no web addresses. Remove them.',
    ]);
    expect(check({ noLinks: false }, { caption })).toEqual([]);
  });

  it.each(["It was late.Come on", "e.g. this", "1.5/2", "me@example.com", "and/or", "v2.0"])(
    "%j has none",
    (caption) => {
      expect(check({ noLinks: true }, { caption })).toEqual([]);
    },
  );
});

it("pictures have a description, where they have to; what is missing or moves needs none", () => {
  const described = { ...picture, altText: "A beach" };
  const video: CheckedFile = { name: "b.mp4", mime: "video/mp4", sizeBytes: 1 };
  expect(check({ needsAltText: true }, { files: [described, video, null] })).toEqual([]);
  for (const bare of [picture, { ...picture, altText: " " }]) {
    expect(check({ needsAltText: true }, { files: [described, bare] })).toEqual([
      'Your rules "Mine" want a description of each picture. Write what it shows.',
    ]);
  }
});

describe("what goes out again", () => {
  it("keeps its distance to what went out and to what is to go out", () => {
    expect(again(7, inDays(-3))).toEqual([
      'Your rules "Mine" let nothing go out again within 7 days; part of this goes out 3 days before as well. Choose something else, or another day.',
    ]);
    expect(again(7, inDays(3))[0]).toContain("3 days later as well");
    expect(again(1, inDays(0))[0]).toContain("within a day; part of this goes out less than a day");
    expect(again(7, inDays(-7))).toEqual([]);
    expect(again(7, inDays(8))).toEqual([]);
  });

  it("may be planned by days, though posts go out a little late", () => {
    expect(again(7, inDays(-7, 120_000))).toEqual([]);
    expect(again(7, inDays(-7, 2 * 3_600_000))[0]).toContain("6 days before");
  });

  it("is told by what is nearest", () => {
    const alsoOut = [inDays(-30), inDays(5), inDays(-2), inDays(9)];
    expect(check({ neverRepostDays: 10 }, { alsoOut })[0]).toContain("2 days before");
  });
});
