import { expect, it } from "vitest";
import { messagesFor } from "#messages/messages.ts";
import { describeRules } from "./describe-rules.ts";

const messages = messagesFor("en");

it("each rule is a sentence, and the place of the last one is named", () => {
  const rules = {
    bannedWords: ["a", "b", "c", "d", "e", "f", "g", "h"],
    requiredTags: ["ad", "paid"],
    mostHashtags: 1,
    noLinks: true,
    needsAltText: true,
    neverRepostDays: 30,
  };
  expect(
    describeRules({ rules, scope: { kind: "platform", platform: "sandbox" } }, messages),
  ).toEqual([
    'No "a", "b", "c", "d", "e", "f", and 2 more.',
    "Each post has #ad, #paid.",
    "One hashtag at most.",
    "No web addresses.",
    "Each picture has a description.",
    "Nothing again on this platform within 30 days.",
  ]);
});

it("rules that are empty or off say nothing", () => {
  const rules = { bannedWords: [], noLinks: false };
  expect(describeRules({ rules, scope: { kind: "all" } }, messages)).toEqual(["Says nothing yet."]);
});
