import { type ConceptSlug, conceptSlugs } from "@genie/schema";
import type { Classifier } from "./classifier.ts";
import type { Labelled } from "./labelled.ts";
import { rankCorrelation } from "./rank-correlation.ts";

export type Quality = { precision: number; recall: number; found: number; expected: number };
export type Verdict = {
  tags: Quality;
  /** By the kind of caption. */
  kinds: Map<string, Quality>;
  /** Spearman's, over the entries that a reader has given a value. */
  concepts: Map<ConceptSlug, number>;
};

/**
 * How what the classifier finds compares with what a reader finds: all captions count together. What the
 * media alone say is not compared, for readers were asked what is written.
 */
export function judge(classifier: Classifier, labelled: readonly Labelled[]): Verdict {
  const read = classifier.readFor([]);
  const judged = labelled.map(({ caption, tags, media, ...reader }) => {
    const answer = read({ caption, tags, media });
    const written = answer.tags.filter(({ from }) => from.some((one) => one.in !== "media"));
    const found = written.map(({ tag }) => tag);
    const terms = reader.expected ?? reader.labels;
    const expected = new Set(
      terms.map((term) => classifier.resolve(term)?.tag).filter((tag) => tag !== undefined),
    );
    const right = found.filter((tag) => expected.has(tag)).length;
    return { ...reader, answer, right, found: found.length, expected: expected.size };
  });
  return {
    tags: qualityOf(judged),
    kinds: new Map(
      [...Map.groupBy(judged, ({ kind }) => kind)].map(([kind, ofKind]) => [
        kind,
        qualityOf(ofKind),
      ]),
    ),
    concepts: new Map(
      conceptSlugs.map((slug) => {
        const pairs = judged.flatMap(({ concepts, answer }) => {
          const value = concepts[slug];
          return value === null ? [] : [[value, answer.concepts[slug].value] as const];
        });
        return [slug, rankCorrelation(pairs)];
      }),
    ),
  };
}

/** Where nothing was found nothing was wrong, and where nothing was to be found nothing was missed. */
function qualityOf(judged: { right: number; found: number; expected: number }[]): Quality {
  const sum = (key: "expected" | "found" | "right") =>
    judged.reduce((total, one) => total + one[key], 0);
  const [right, found, expected] = [sum("right"), sum("found"), sum("expected")];
  return {
    precision: found === 0 ? 1 : right / found,
    recall: expected === 0 ? 1 : right / expected,
    found,
    expected,
  };
}
