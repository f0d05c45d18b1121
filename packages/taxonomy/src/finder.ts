import AhoCorasick from "modern-ahocorasick";
import type { Normalised } from "./normalise.ts";

/** An expression that was found, from the space before it to behind the space after it. */
export type Hit = { start: number; end: number; index: number };

/** Finds all of these forms in one pass; `index` is that which a form is given with, counted from `base`. */
export function createFinder(forms: ReadonlyMap<string, number>, base = 0) {
  if (forms.size === 0) return () => [];
  const automaton = new AhoCorasick(patternsOf(forms.keys()));
  const indices = Int32Array.from(forms.values(), (index) => index + base);
  return ({ text }: Normalised): Hit[] =>
    automaton
      .search(text)
      .map(({ start, end, patternIndex }) => ({ start, end, index: indices[patternIndex] ?? -1 }));
}

/** The edges of words are part of what is looked for. */
export function patternsOf(forms: Iterable<string>): string[] {
  return Array.from(forms, (form) => ` ${form} `);
}

/** Those that lie in no longer one, in their order. Of two at the same place the first stays. */
export function longestOf(hits: Hit[]): Hit[] {
  let reached = -1;
  return hits
    .toSorted((a, b) => a.start - b.start || b.end - a.end)
    .filter(({ end }) => {
      if (end <= reached) return false;
      reached = end;
      return true;
    });
}
