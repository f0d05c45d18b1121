import type { TagMapping } from "./classifier.ts";
import { patternsOf } from "./finder.ts";
import { formOf } from "./form-of.ts";
import { formsOf } from "./forms.ts";
import { withIdioms } from "./idioms.ts";
import { type OneLanguage, withOneLanguage } from "./one-language.ts";
import { addOrdinaryWords } from "./ordinary-words.ts";
import { createWordTable, type WordTable } from "./word-table.ts";

type LookedFor = {
  /** What means a tag wherever it stands. */
  forms: Map<string, number>;
  /** The same with idioms and the names of single languages. */
  all: OneLanguage;
};

/** All that is looked for in what is written; `words` knows the ordinary ones. */
export function lookFor(mapping: readonly TagMapping[], words: WordTable): LookedFor {
  const forms = formsOf(mapping, words);
  return { forms, all: withOneLanguage(withIdioms(forms), (tag) => forms.get(formOf(tag))) };
}

/** The patterns that the automaton of a classifier of these tags has, to measure a bare one with. */
export function lookedFor(mapping: readonly TagMapping[]): string[] {
  const words = createWordTable(0);
  addOrdinaryWords(words);
  return patternsOf(lookFor(mapping, words).all.forms.keys());
}
