import { expect, it } from "vitest";
import { messagesFor } from "#messages/messages.ts";
import { draftOf, emptyPack, planOf, scopeOfValue, scopeValue } from "./pack-draft.ts";

const messages = messagesFor("en");
const full = {
  ...emptyPack,
  name: "Mine",
  rules: { bannedWords: ["a"], requiredTags: ["b"], mostHashtags: 0, neverRepostDays: 7 },
  sourceUrl: "https://a.example/rules",
};

it("a plan comes back from its draft as it was", () => {
  expect(planOf(draftOf(full), messages)).toEqual({ plan: full });
});

it("what was typed and not added yet counts", () => {
  const draft = { ...draftOf(full), typedWord: "A, c", typedTag: "#d" };
  expect(planOf(draft, messages)).toMatchObject({
    plan: { rules: { bannedWords: ["a", "c"], requiredTags: ["b", "d"] } },
  });
});

it("what is wrong stands at its field", () => {
  const draft = {
    ...draftOf(full),
    name: " ",
    requiredTags: ["two words"],
    mostHashtags: "1.5",
    neverRepostDays: "soon",
    sourceUrl: "a.example",
  };
  expect(planOf(draft, messages)).toEqual({
    problems: {
      name: "Give these rules a name.",
      requiredTags: "A hashtag is one word of letters, digits and underscores.",
      mostHashtags: "This has to be a whole number from 0 to 100.",
      neverRepostDays: "This has to be a whole number from 1 to 3650.",
      sourceUrl: "Enter a whole web address, such as https://example.org/rules.",
    },
  });
});

it("rules that say nothing are no rules", () => {
  const draft = { ...draftOf(emptyPack), name: "Mine", noLinks: false };
  expect(planOf(draft, messages)).toHaveProperty("problems.all");
});

it.each([
  { kind: "all" },
  { kind: "platform", platform: "sandbox" },
  { kind: "account", profileId: "1" },
] as const)("a scope comes back from its value: %j", (scope) => {
  expect(scopeOfValue(scopeValue(scope))).toEqual(scope);
});
