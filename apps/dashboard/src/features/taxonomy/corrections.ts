import type { EntryClassification, KnownTag } from "@genie/directus-client";
import {
  type Classification,
  type ClassifiedTag,
  conceptBandOf,
  type ConceptBand,
  type ConceptSlug,
  conceptSlugs,
} from "@genie/schema";

/** An entry that has been classified. */
export type Sorted = EntryClassification & { classification: Classification };

/** Takes a tag off, or dismisses one that is proposed; what she added herself is as if she had not. */
export function withoutTag(entry: Sorted, { tag, by, from }: ClassifiedTag): Sorted {
  const { corrections, classification } = entry;
  const isHersAlone = by === "added" && from.length === 0;
  return {
    ...entry,
    corrections: {
      ...corrections,
      added: corrections.added.filter((one) => one !== tag),
      removed: isHersAlone ? corrections.removed : withOne(corrections.removed, tag),
    },
    classification: {
      ...classification,
      tags: classification.tags.filter((one) => one.tag !== tag),
    },
  };
}

/** Adds a tag, or takes one that is proposed. */
export function withTag(entry: Sorted, { tag, concept, weight }: KnownTag): Sorted {
  const { corrections, classification } = entry;
  const isThere = classification.tags.some((one) => one.tag === tag);
  const added: ClassifiedTag = { tag, concept, weight, by: "added", from: [] };
  return {
    ...entry,
    corrections: {
      ...corrections,
      added: withOne(corrections.added, tag),
      removed: corrections.removed.filter((one) => one !== tag),
    },
    classification: {
      ...classification,
      tags: isThere
        ? classification.tags.map((one) => (one.tag === tag ? { ...one, by: "added" } : one))
        : [...classification.tags, added],
    },
  };
}

/** Sets a concept herself; null gives it back, and what is found is known with the answer. */
export function withConcept(entry: Sorted, slug: ConceptSlug, value: number | null): Sorted {
  const { corrections, classification } = entry;
  const { [slug]: _set, ...others } = corrections.concepts;
  const { corrected: _corrected, ...found } = classification.concepts[slug];
  const { concepts } = classification;
  return {
    ...entry,
    corrections: {
      ...corrections,
      concepts: value === null ? others : { ...others, [slug]: value },
    },
    classification: {
      ...classification,
      concepts: {
        ...concepts,
        [slug]: value === null ? found : { value, confidence: 1, corrected: true },
      },
    },
  };
}

/** Takes one correction back, and leaves what was corrected before and after it. */
export function takenBack(entry: Sorted, { from, to }: { from: Sorted; to: Sorted }): Sorted {
  const { corrections, classification } = entry;
  const concepts = { ...corrections.concepts };
  const values = { ...classification.concepts };
  for (const slug of conceptSlugs) {
    const before = from.corrections.concepts[slug];
    if (before === to.corrections.concepts[slug]) continue;
    values[slug] = from.classification.concepts[slug];
    if (before === undefined) delete concepts[slug];
    else concepts[slug] = before;
  }
  const listed = (list: "added" | "removed") =>
    restored(corrections[list], from.corrections[list], to.corrections[list], (tag) => tag);
  return {
    ...entry,
    corrections: { concepts, added: listed("added"), removed: listed("removed") },
    classification: {
      ...classification,
      concepts: values,
      tags: restored(
        classification.tags,
        from.classification.tags,
        to.classification.tags,
        ({ tag, by }) => `${by} ${tag}`,
      ),
    },
  };
}

/** What `from` alone had comes back, and what `to` alone had goes. */
function restored<Item>(
  items: readonly Item[],
  from: readonly Item[],
  to: readonly Item[],
  keyOf: (item: Item) => string,
): Item[] {
  const [had, has] = [new Set(from.map(keyOf)), new Set(to.map(keyOf))];
  const left = items.filter((item) => had.has(keyOf(item)) || !has.has(keyOf(item)));
  const there = new Set(left.map(keyOf));
  const back = from.filter((item) => !has.has(keyOf(item)) && !there.has(keyOf(item)));
  return [...left, ...back];
}

export type Certainty = "corrected" | "high" | "low" | "medium" | "none";

/** How sure it is where an entry stands in a concept; `band` is null where nothing says anything. */
export function standingOf(
  { concepts }: Pick<Classification, "concepts">,
  slug: ConceptSlug,
): { value: number; band: ConceptBand | null; certainty: Certainty } {
  const { value, confidence, corrected } = concepts[slug];
  if (corrected) return { value, band: conceptBandOf(value), certainty: "corrected" };
  if (confidence === 0) return { value, band: null, certainty: "none" };
  return { value, band: conceptBandOf(value), certainty: certaintyOf(confidence) };
}

function certaintyOf(confidence: number): Certainty {
  if (confidence < 0.4) return "low";
  return confidence < 0.7 ? "medium" : "high";
}

function withOne(tags: readonly string[], tag: string): string[] {
  return tags.includes(tag) ? [...tags] : [...tags, tag];
}
