import { describe, expect, it } from "vitest";
import { captionLength } from "./caption-length.ts";

describe("captionLength", () => {
  it.each([
    ["", 0, 0],
    ["a\r\nb", 3, 3],
    ["🧞", 1, 1],
    ["e\u0301", 2, 1],
    ["👩‍🎨", 3, 1],
    ["🇩🇪", 2, 1],
  ])("of %j is %i code points and %i graphemes", (caption, points, graphemes) => {
    expect(captionLength(caption, { most: 1, countedIn: "code_points" })).toBe(points);
    expect(captionLength(caption, { most: 1, countedIn: "graphemes" })).toBe(graphemes);
  });

  it.each([
    ["https://a.example/a/very/long/way/to/go/and/on", 23],
    ["x https://a.example y http://b.example.", 23 + 23 + 6],
    ["@ann@a.example hi", 7],
    ["@ann hi", 7],
  ])("of %j is %i where links and mentions are shortened", (caption, length) => {
    const limit = {
      most: 1,
      countedIn: "graphemes",
      linkLength: 23,
      mentionsByName: true,
    } as const;
    expect(captionLength(caption, limit)).toBe(length);
  });
});
