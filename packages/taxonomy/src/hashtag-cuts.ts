import { cutHashtag } from "./cut-hashtag.ts";
import { foldCharacter, gap } from "./fold-character.ts";
import type { SlipIndex } from "./slip-index.ts";
import { hashOf } from "./word-hash.ts";
import { wholeForm } from "./word-table.ts";

export type Vocabulary = { flagsAt: (hash: number) => number; correct: SlipIndex };

const mostLetters = 100;

/**
 * Where the words of a hashtag part: at its capitals, or where known words meet that cover all of it.
 * Places in the source, ascending, at which a new word begins. None when all of it is one known word.
 */
export function hashtagCuts(
  source: string,
  from: number,
  to: number,
  vocabulary: Vocabulary,
): number[] {
  const { flagsAt } = vocabulary;
  if (to - from < 4 || to - from > mostLetters) return [];
  const capitals: number[] = [];
  for (let index = from + 1; index < to; index++) {
    if (isCapitalAfterSmall(source, index)) capitals.push(index);
  }
  const { letters, places } = lettersOf(source, from, to);
  const flags = flagsAt(hashOf(letters));
  if ((flags & wholeForm) !== 0) return [];
  if (capitals.length === 0) return flags === 0 ? placesOfCuts(letters, places, vocabulary) : [];
  const bounds = [from, ...capitals, to];
  return bounds.slice(1).flatMap((end, index) => {
    const part = lettersOf(source, bounds[index] ?? from, end);
    const within =
      flagsAt(hashOf(part.letters)) === 0
        ? placesOfCuts(part.letters, part.places, vocabulary)
        : [];
    return end === to ? within : [...within, end];
  });
}

/** A known word with one letter amiss stays whole. */
function placesOfCuts(letters: string, places: number[], { flagsAt, correct }: Vocabulary) {
  if (correct(letters) !== null) return [];
  return (cutHashtag(letters, flagsAt) ?? []).map((cut) => places[cut] ?? -1);
}

/** Without underscores, and for each letter its place in the source. */
function lettersOf(source: string, from: number, to: number) {
  let letters = "";
  const places: number[] = [];
  for (let index = from; index < to; index++) {
    const folded = foldCharacter(source.charCodeAt(index));
    if (folded === gap) continue;
    letters += folded;
    for (let count = 0; count < folded.length; count++) places.push(index);
  }
  return { letters, places };
}

function isCapitalAfterSmall(source: string, index: number): boolean {
  const before = source.charAt(index - 1);
  const here = source.charAt(index);
  return before !== before.toUpperCase() && here !== here.toLowerCase();
}
