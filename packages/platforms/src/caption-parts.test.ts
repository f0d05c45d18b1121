import { describe, expect, it } from "vitest";
import { farMentionsIn, hashtagsIn, holdsWord, linksIn } from "./caption-parts.ts";

describe("linksIn", () => {
  it.each([
    ["see https://a.example/x?y=1#z.", ["https://a.example/x?y=1#z"]],
    ["(http://a.example/b)", ["http://a.example/b"]],
    ["two https://a.example, https://b.example!", ["https://a.example", "https://b.example"]],
    ["a.example is no address", []],
  ])("of %j", (caption, links) => {
    expect(linksIn(caption).map(({ text }) => text)).toEqual(links);
  });

  it("says where they stand", () => {
    const caption = "🌅 https://a.example";
    const [found] = linksIn(caption);
    expect(caption.slice(found?.start, found?.end)).toBe("https://a.example");
  });
});

describe("hashtagsIn", () => {
  it.each([
    ["#art and #Fotos2026", ["art", "Fotos2026"]],
    ["#été #日本 ＃wide", ["été", "日本", "wide"]],
    ["#1 is a number, a#b is none, https://a.example/#part too", []],
  ])("of %j", (caption, tags) => {
    expect(hashtagsIn(caption)).toEqual(tags);
  });
});

describe("farMentionsIn", () => {
  it.each([
    ["hi @ann@a.example and @bob", ["@ann@a.example"]],
    ["mail ann@a.example", []],
  ])("of %j", (caption, mentions) => {
    expect(farMentionsIn(caption).map(({ text }) => text)).toEqual(mentions);
  });
});

describe("holdsWord", () => {
  it.each([
    ["A Sale today", "sale", true],
    ["wholesale", "sale", false],
    ["meet  me", "meet me", true],
    ["c++ (new)", "c++", true],
    ["Grüße", "grüsse", false],
    ["anything", " ", false],
  ])("%j, %j: %s", (caption, word, holds) => {
    expect(holdsWord(caption, word)).toBe(holds);
  });
});
