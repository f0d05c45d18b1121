import type { TagMapping } from "./classifier.ts";
import { patternsOf } from "./finder.ts";
import { formsOf } from "./forms.ts";
import { withIdioms } from "./idioms.ts";
import { addOrdinaryWords } from "./ordinary-words.ts";
import { createWordTable } from "./word-table.ts";

/** The patterns that the automaton of a classifier of these tags has, to measure a bare one with. */
export function lookedFor(mapping: readonly TagMapping[]): string[] {
  const words = createWordTable(0);
  addOrdinaryWords(words);
  return patternsOf(withIdioms(formsOf(mapping, words)).keys());
}
