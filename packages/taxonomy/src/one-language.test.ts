import { expect, test } from "vitest";
import { emojiRows, oneLanguageRows } from "./dataset-rows.ts";
import { openClassifier } from "./open-classifier.ts";
import { readDataset } from "./read-dataset.ts";

const classifier = openClassifier(readDataset());
const media = {
  type: "image",
  width: null,
  height: null,
  durationS: null,
  sizeBytes: null,
} as const;
const found = (caption: string) =>
  classifier
    .readFor([])({ caption, tags: [], media })
    .tags.map(({ tag }) => tag);

test.each([
  ["Mon chat dort sur le canapé", "cat"],
  ["Im neuen Rock mit dem Rad an den See", "skirt"],
  ["El pan de mi abuela, recién hecho", "bread"],
  ["Hoje tem ensaio com a banda", "rehearsal"],
])("%s: the word is the tag in its language", (caption, tag) => {
  expect(found(caption)).toContain(tag);
});

test.each([
  ["Come and chat with us after the show", "cat"],
  ["Wir hören Rock im Radio", "bread"],
  ["No pain, no gain", "bread"],
  ["Chat", "cat"],
])("%s: elsewhere, or in doubt, it is not", (caption, tag) => {
  expect(found(caption)).not.toContain(tag);
});

test("each name of one language and each emoji is of a tag that there is, and is no name in all of them", () => {
  const named = [...oneLanguageRows(), ...emojiRows()];
  expect(named.filter(({ tag }) => classifier.resolve(tag)?.tag !== tag)).toEqual([]);
  expect(oneLanguageRows().filter(({ name }) => classifier.resolve(name) !== null)).toEqual([]);
});
