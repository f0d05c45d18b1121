import { describe, expect, it } from "vitest";
import type { PlatformPost } from "./adapter.ts";
import { normalCaption, oldestMatch } from "./oldest-match.ts";
import { lookingFor } from "./testing/outgoing.ts";

const sentAt = new Date(Date.UTC(2026, 4, 3, 12));
const since = sentAt.getTime() - 60_000;
const lookUp = lookingFor({
  caption: "Ours\r\nhere ",
  fileCount: 1,
  sentAt,
  knownPostIds: ["known"],
});

function post(platformPostId: string, secondsAfter: number, caption = "Ours\nhere", files = 1) {
  const media = { kind: "image", url: "", width: null, height: null } as const;
  return {
    platformPostId,
    caption,
    publishedAt: new Date(sentAt.getTime() + secondsAfter * 1000),
    media: Array.from({ length: files }, () => media),
  } as PlatformPost;
}

describe("oldestMatch", () => {
  it("takes the oldest that was published at or after a minute before sending", () => {
    const posts = [post("c", 20), post("b", 5), post("a", -60), post("before", -60.001)];
    expect(oldestMatch(posts, lookUp, since)?.platformPostId).toBe("a");
  });

  it.each([
    ["another caption", post("x", 1, "Ours here")],
    ["another number of files", post("x", 1, "Ours\nhere", 2)],
    ["an earlier one", post("x", -61)],
    ["one that is known to be another", post("known", 1)],
  ])("%s is not ours", (_case, other) => {
    expect(oldestMatch([other], lookUp, since)).toBeNull();
  });
});

it.each([
  ["a\r\nb", "a\nb"],
  ["a\rb", "a\nb"],
  ["  a b  ", "a b"],
  ["a  b", "a  b"],
  ["a\uD800", "a\uFFFD"],
  ["Ａ", "Ａ"],
])("the caption %j is kept as %j", (caption, kept) => {
  expect(normalCaption(caption)).toBe(kept);
});
