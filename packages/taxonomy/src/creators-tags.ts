import type { ConceptSlug } from "@genie/schema";
import type { OwnTag, TagMapping } from "./classifier.ts";
import { createFinder, type Hit } from "./finder.ts";
import { formOf } from "./form-of.ts";
import { addForms, formsOf } from "./forms.ts";
import type { Vocabulary } from "./hashtag-cuts.ts";
import type { Normalised } from "./normalise.ts";
import { createWordTable } from "./word-table.ts";

export type Known = { tag: string; concept: ConceptSlug; weight: number };

export type Finder = (normalised: Normalised) => Hit[];

/** The data set, made ready once for all creators. */
export type Dataset = {
  mapping: readonly TagMapping[];
  forms: ReadonlyMap<string, number>;
  vocabulary: Vocabulary;
  find: Finder;
  /** As they are written, these mean none of its tags. */
  otherWords: ReadonlySet<string>;
};

/** What is looked for in a creator's library. */
export type CreatorsTags = {
  vocabulary: Vocabulary;
  find: Finder;
  /** The tag that a hit's index stands for, null when she ignores it. */
  at: (index: number) => Known | null;
  indexOf: (term: string) => number | undefined;
};

/** The tags of the data set as one creator classifies them, with words of her own. */
export function creatorsTags(dataset: Dataset, own: readonly OwnTag[]): CreatorsTags {
  const { mapping, forms, vocabulary, find } = dataset;
  const indexInDataset = (term: string) => indexIn(forms, term);
  if (own.length === 0) {
    return { vocabulary, find, at: (index) => mapping[index] ?? null, indexOf: indexInDataset };
  }
  const said = new Map<number, Known | null>();
  const ownWords: OwnTag[] = [];
  for (const one of own) {
    const index = indexInDataset(one.tag);
    const known = index === undefined ? undefined : mapping[index];
    if (index === undefined || known === undefined) {
      if (!one.ignored) ownWords.push(one);
    } else {
      const { concept, weight } = one;
      said.set(index, one.ignored ? null : { tag: known.tag, concept, weight });
    }
  }
  const words = createWordTable(0);
  const ownForms = formsOf(
    ownWords.map(({ tag }) => ({ tag, aliases: [] })),
    words,
  );
  for (const form of ownForms.keys()) if (forms.has(form)) ownForms.delete(form);
  addForms(ownForms.keys(), words);
  const findOwn = createFinder(ownForms, mapping.length);
  return {
    vocabulary: {
      flagsAt: (hash) => vocabulary.flagsAt(hash) | words.flagsAt(hash),
      correct: vocabulary.correct,
    },
    find: (normalised) => [...findOwn(normalised), ...find(normalised)],
    at: (index) => {
      const theirs = said.get(index);
      return theirs === undefined
        ? (mapping[index] ?? ownWords[index - mapping.length] ?? null)
        : theirs;
    },
    indexOf: (term) => {
      const index = indexIn(ownForms, term);
      return index === undefined ? indexInDataset(term) : index + mapping.length;
    },
  };
}

/** The index of the tag that a word or phrase means in these forms. */
export function indexIn(forms: ReadonlyMap<string, number>, term: string): number | undefined {
  const form = formOf(term);
  return forms.get(form) ?? forms.get(form.replaceAll(" ", ""));
}
