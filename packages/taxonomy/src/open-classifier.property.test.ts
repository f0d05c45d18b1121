import {
  type Arbitrary,
  array,
  assert,
  constant,
  constantFrom,
  double,
  oneof,
  property,
  record,
  string,
} from "fast-check";
import { Classification, conceptKinds, conceptSlugs } from "@genie/schema";
import { expect, test } from "vitest";
import type { Classifiable } from "./classifier.ts";
import { openClassifier } from "./open-classifier.ts";
import { sampleMapping } from "./sample-mapping.ts";

const read = openClassifier(sampleMapping).readFor([
  { tag: "glow potion", concept: "content-type", weight: 0.5, ignored: false },
]);

const oddities =
  `# @ ' ’ \u0301 \ud800 \udc00 https:// www. \u200d 🏖️ ﷺ İ ß _ + 9: skatebord`.split(" ");
const pieces = constantFrom(
  ...sampleMapping.flatMap(({ tag, aliases }) => [tag, ...aliases, `#${tag}`, tag.toUpperCase()]),
  ...oddities.concat(" ", ", ", ". ", "\n", "glow potions"),
);
const text = oneof(
  string({ unit: "binary", maxLength: 80 }),
  array(oneof(pieces, string({ maxLength: 4 })), { maxLength: 30 }).map((all) => all.join("")),
);
const sizes = oneof(constant(null), double({ noNaN: true, min: 0, max: 1e9 }));
const media = record({
  type: constantFrom("image", "video", "gallery"),
  width: sizes,
  height: sizes,
  durationS: sizes,
  sizeBytes: sizes,
}) as Arbitrary<Classifiable["media"]>;
const entries = record({
  caption: oneof(constant(null), text),
  tags: array(text, { maxLength: 4 }),
  media,
  proposals: array(text, { maxLength: 2 }),
  corrections: record({
    concepts: constant({}),
    added: array(pieces, { maxLength: 2 }),
    removed: array(pieces, { maxLength: 2 }),
  }),
});

test("any entry gets an answer of the shape that is kept, and the same one again", () => {
  assert(
    property(entries, (entry) => {
      const answer = Classification.parse(read(entry));
      expect(read(entry)).toEqual(answer);
    }),
  );
});

test("the evidence is in what was written", () => {
  assert(
    property(entries, (entry) => {
      const evidence = read(entry).tags.flatMap(({ from }) => from);
      const written = { caption: entry.caption ?? "", tags: entry.tags.join("\n"), media: null };
      const strange = evidence.filter(
        ({ in: place, words }) => words === "" || written[place]?.includes(words) === false,
      );
      expect(strange).toEqual([]);
    }),
  );
});

test("the words of the evidence alone mean the same tag", () => {
  assert(
    property(text, (caption) => {
      const { tags } = read({ caption, tags: [], media: noMedia });
      for (const { tag, from } of tags) {
        for (const { words } of from) {
          const alone = read({ caption: words, tags: [], media: noMedia }).tags;
          expect(alone.map((one) => one.tag)).toContain(tag);
        }
      }
    }),
  );
});

test("one more tag never makes a strength weaker", () => {
  assert(
    property(text, constantFrom(...sampleMapping), (caption, { tag }) => {
      const before = read({ caption, tags: [], media: noMedia }).concepts;
      const after = read({ caption, tags: [tag], media: noMedia }).concepts;
      for (const slug of conceptSlugs) {
        if (conceptKinds[slug] === "scale") continue;
        expect(after[slug].value).toBeGreaterThanOrEqual(before[slug].value);
        expect(after[slug].confidence).toBeGreaterThanOrEqual(before[slug].confidence);
      }
    }),
  );
});

test("hostile captions are read to their end", () => {
  for (const caption of [
    "a",
    "é",
    "#",
    "#a",
    "@",
    "'",
    "\u0301",
    "\ud83d",
    "ﷺ",
    "~:1",
    "aB",
    "https://",
  ]) {
    const { tags } = read({
      caption: `${caption.repeat(19_000 / caption.length)} beach`,
      tags: [],
      media: noMedia,
    });
    expect(tags.map(({ tag }) => tag).filter((tag) => tag !== "beach")).toEqual([]);
  }
});

const noMedia: Classifiable["media"] = {
  type: "image",
  width: null,
  height: null,
  durationS: null,
  sizeBytes: null,
};
