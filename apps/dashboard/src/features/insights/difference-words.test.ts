import type { GroupFigure } from "@genie/schema";
import { expect, it } from "vitest";
import { insights } from "#messages/en/insights.ts";
import { differenceWords } from "./difference-words.ts";

const clear: GroupFigure = { posts: 25, median: 18, others: 90, othersMedian: 10, isClear: true };

it.each<[string, Partial<GroupFigure>, string]>([
  ["more", {}, "25 posts, 1.8 times the rest"],
  ["much more", { median: 12_345 }, "25 posts, 1,234.5 times the rest"],
  ["less", { median: 6 }, "25 posts, 40 % less than the rest"],
  ["nothing", { median: 0 }, "25 posts, 100 % less than the rest"],
  ["something where the rest has none", { othersMedian: 0 }, "25 posts, the rest has none"],
  ["nearly the same, though clear", { median: 10.2 }, "25 posts, close to the rest"],
  ["what may be chance", { isClear: false }, "25 posts, no clear difference"],
  [
    "what may be chance, of few",
    { isClear: false, posts: 19 },
    "19 posts, which is few: no clear difference",
  ],
  ["too few", { posts: 1, median: null, isClear: false }, "1 post, too few to judge"],
  [
    "too few others",
    { others: 4, othersMedian: null, isClear: false },
    "25 posts, and too few others",
  ],
  ["none", { posts: 0, median: null, isClear: false }, "no posts"],
])("says of a group that has %s", (_what, figure, words) => {
  expect(differenceWords({ ...clear, ...figure }, insights.works)).toBe(words);
});
