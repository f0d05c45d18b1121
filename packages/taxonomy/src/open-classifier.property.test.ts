import fc from "fast-check";
import { Classification, conceptKinds, conceptSlugs } from "@genie/schema";
import { expect, test } from "vitest";
import type { Classifiable } from "./classifier.ts";
import { openClassifier } from "./open-classifier.ts";
import { sampleMapping } from "./sample-mapping.ts";

const read = openClassifier(sampleMapping).readFor([
  { tag: "glow potion", concept: "content-type", weight: 0.5, ignored: false },
]);

const pieces = fc.constantFrom(
  ...sampleMapping.flatMap(({ tag, aliases }) => [tag, ...aliases, `#${tag}`, tag.toUpperCase()]),
  ...[
    "#",
    "@",
    "'",
    "’",
    "\u0301",
    "\ud800",
    "\udc00",
    "https://",
    "www.",
    "\u200d",
    "🏖️",
    "ﷺ",
    "İ",
    "ß",
  ],
  ...[" ", ", ", ". ", "\n", "_", "+", "9:", "glow potions", "skatebord"],
);
const text = fc.oneof(
  fc.string({ unit: "binary", maxLength: 80 }),
  fc
    .array(fc.oneof(pieces, fc.string({ maxLength: 4 })), { maxLength: 30 })
    .map((all) => all.join("")),
);
const number = fc.oneof(fc.constant(null), fc.double({ noNaN: true, min: 0, max: 1e9 }));
const media = fc.record({
  type: fc.constantFrom("image", "video", "gallery"),
  width: number,
  height: number,
  durationS: number,
  sizeBytes: number,
}) as fc.Arbitrary<Classifiable["media"]>;
const entries = fc.record({
  caption: fc.oneof(fc.constant(null), text),
  tags: fc.array(text, { maxLength: 4 }),
  media,
  proposals: fc.array(text, { maxLength: 2 }),
  corrections: fc.record({
    concepts: fc.constant({}),
    added: fc.array(pieces, { maxLength: 2 }),
    removed: fc.array(pieces, { maxLength: 2 }),
  }),
});

test("any entry gets an answer of the shape that is kept, and the same one again", () => {
  fc.assert(
    fc.property(entries, (entry) => {
      const answer = Classification.parse(read(entry));
      expect(read(entry)).toEqual(answer);
    }),
  );
});

test("the evidence is in what was written", () => {
  fc.assert(
    fc.property(entries, (entry) => {
      for (const { from } of read(entry).tags) {
        for (const evidence of from) {
          if (evidence.in === "caption") expect(entry.caption).toContain(evidence.words);
          if (evidence.in === "tags") expect(entry.tags.join("\n")).toContain(evidence.words);
          expect(evidence.words).not.toBe("");
        }
      }
    }),
  );
});

test("the words of the evidence alone mean the same tag", () => {
  fc.assert(
    fc.property(text, (caption) => {
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
  fc.assert(
    fc.property(text, fc.constantFrom(...sampleMapping), (caption, { tag }) => {
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
