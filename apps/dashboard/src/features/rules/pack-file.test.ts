import type { RulePackPlan } from "@genie/directus-client";
import { describe, expect, it } from "vitest";
import { messagesFor } from "#messages/messages.ts";
import { emptyPack } from "./pack-draft.ts";
import { readPackFile, writePackFile } from "./pack-file.ts";

const messages = messagesFor("en");
const platforms = [{ id: "sandbox" }];
const pack: RulePackPlan = {
  ...emptyPack,
  name: "r/quiet",
  kind: "community",
  scope: { kind: "platform", platform: "sandbox" },
  rules: { bannedWords: ["sale"], noLinks: true },
  sourceUrl: "https://a.example/rules",
};
const read = (text: string, taken: string[] = []) => readPackFile(text, platforms, taken, messages);
const fileOf = (...packs: unknown[]) =>
  JSON.stringify({ format: "genie-helper-rules", version: 1, packs });
const written = { name: "A", kind: "house", rules: {} };

it("what was exported can be imported: it is off, and names nobody", () => {
  const text = writePackFile([pack], () => null);
  expect(read(text)).toEqual({ packs: [{ ...pack, isEnabled: false }] });
  const ofAccount: RulePackPlan = { ...pack, scope: { kind: "account", profileId: "secret" } };
  const passedOn = writePackFile([ofAccount], () => "sandbox");
  expect(passedOn).not.toContain("secret");
  expect(read(passedOn)).toEqual(read(text));
});

it("a name that is taken gets a number, within its length", () => {
  const long = "x".repeat(80);
  const text = fileOf({ ...written }, { ...written }, { ...written, name: long });
  expect(read(text, ["A", long])).toMatchObject({
    packs: [{ name: "A (2)" }, { name: "A (3)" }, { name: `${"x".repeat(76)} (2)` }],
  });
});

describe("nothing is taken of", () => {
  it.each([
    ["no JSON", "{", "This file can't be read. Choose one that was exported from here."],
    ["another JSON", "[]", "This file holds no rules of this kind."],
    ["a newer file", fileOf().replace('"version":1', '"version":2'), "a newer version"],
    ["an empty file", fileOf(), "There are no rules in this file."],
    ["no name", fileOf(written, { rules: {} }), "Number 2"],
    [
      "an unknown rule",
      fileOf({ ...written, rules: { noFun: true } }),
      '"A": it has a rule that is not known here, "noFun".',
    ],
    [
      "a rule of another shape",
      fileOf({ ...written, rules: { mostHashtags: "3" } }),
      '"A": mostHashtags: This has to be a whole number from 0 to 100.',
    ],
    [
      "an unknown platform",
      fileOf({ ...written, platform: "atlantis" }),
      'it is for the platform "atlantis", which this server can\'t reach.',
    ],
    [
      "a source that is no address",
      fileOf({ ...written, source_url: "javascript:alert(1)" }),
      "where it comes from is no web address.",
    ],
  ])("%s", (_what, text, sentence) => {
    expect(read(text)).toEqual({ problem: expect.stringContaining(sentence) });
  });
});
