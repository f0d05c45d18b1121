import type { ClassifiedTag, Classification } from "@genie/schema";
import type { Classifiable, OwnTag, TagReader } from "./classifier.ts";
import { type CreatorsTags, creatorsTags, type Dataset, type Known } from "./creators-tags.ts";
import { longestOf } from "./finder.ts";
import { asWritten } from "./idioms.ts";
import { type MediaEvidence, mediaEvidence } from "./media-evidence.ts";
import type { Normaliser } from "./normalise.ts";
import { weighConcepts } from "./weigh-concepts.ts";

const mostCharacters = 20_000;
const mostTags = 200;
const mostEvidence = 20;
const mostWords = 200;

/** The reader of one creator: what she says of a tag, and words of hers that the data set does not have. */
export function openReader(
  version: string,
  dataset: Dataset,
  normalise: Normaliser,
  own: readonly OwnTag[],
): TagReader {
  const known = creatorsTags(dataset, own);
  return (entry): Classification => {
    const tags = createTagList();
    const removed = indicesOf(known, entry.corrections?.removed);
    findWritten(entry, known, dataset, normalise, tags);
    const signs = mediaEvidence(entry.media).filter(
      (sign) => !removed.has(known.indexOf(sign.tag ?? "") ?? -1) && !tags.takesFact(known, sign),
    );
    for (const index of removed) tags.remove(index);
    for (const index of indicesOf(known, entry.corrections?.added)) {
      const tag = known.at(index) ?? dataset.mapping[index];
      if (tag !== undefined && !removed.has(index)) tags.put(index, tag, "added").by = "added";
    }
    for (const index of indicesOf(known, entry.proposals)) {
      const tag = known.at(index);
      if (tag !== null && !removed.has(index)) tags.put(index, tag, "proposed");
    }
    const all = tags.all();
    return {
      version,
      concepts: weighConcepts(all, signs, entry.corrections?.concepts ?? {}),
      tags: all,
    };
  };
}

function indicesOf(known: CreatorsTags, terms: readonly string[] = []): Set<number> {
  const indices = terms.map((term) => known.indexOf(term));
  return new Set(indices.filter((index) => index !== undefined));
}

/** Puts what caption and tags say into the list. */
function findWritten(
  { caption, tags: written }: Classifiable,
  known: CreatorsTags,
  { mapping, otherWords }: Dataset,
  normalise: Normaliser,
  tags: TagList,
): void {
  const text = (caption ?? "").slice(0, mostCharacters);
  const source =
    written.length === 0 ? text : `${text}\n${written.join("\n").slice(0, mostCharacters)}`;
  const normalised = normalise(source, text.length, known.vocabulary);
  for (const { start, end, index } of longestOf(known.find(normalised))) {
    const tag = known.at(index);
    if (tag === null) continue;
    const from = normalised.sourceStart[start + 1] ?? 0;
    const words = source.slice(from, normalised.sourceEnd[end - 1]).slice(0, mostWords);
    if (index < mapping.length && otherWords.has(asWritten(words))) continue;
    const place = from < text.length ? "caption" : "tags";
    const typo = normalised.slipCount > 0 && normalised.slips.subarray(start + 1, end).includes(1);
    tags.addEvidence(index, tag, { in: place, words, ...(typo && { typo }) });
  }
}

type Evidence = ClassifiedTag["from"][number];
type TagList = ReturnType<typeof createTagList>;

/** The tags of one entry, each once, in the order in which they came. */
function createTagList() {
  const found = new Map<number, ClassifiedTag>();
  const put = (index: number, { tag, concept, weight }: Known, by: ClassifiedTag["by"]) => {
    const there = found.get(index);
    if (there !== undefined) return there;
    const fresh: ClassifiedTag = { tag, concept, weight, by, from: [] };
    found.set(index, fresh);
    return fresh;
  };
  const addEvidence = (index: number, tag: Known, evidence: Evidence) => {
    const { from } = put(index, tag, "found");
    const said = from.some((one) => one.words === evidence.words && one.in === evidence.in);
    if (!said && from.length < mostEvidence) from.push(evidence);
  };
  return {
    put,
    addEvidence,
    remove: (index: number) => found.delete(index),
    /** Whether the fact is a tag's, which has it as its evidence from now on. */
    takesFact: (known: CreatorsTags, { tag, concept, words }: MediaEvidence): boolean => {
      const index = tag === undefined ? undefined : known.indexOf(tag);
      const meant = index === undefined ? null : known.at(index);
      if (index === undefined || meant === null || meant.concept !== concept) return false;
      addEvidence(index, meant, { in: "media", words });
      return true;
    },
    all: () => [...found.values()].slice(0, mostTags),
  };
}
