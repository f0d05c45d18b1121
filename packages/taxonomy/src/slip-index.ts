import { hashPrime, hashStart } from "./word-hash.ts";

/** Words shorter than this, as meant or as written, are taken as they stand. */
export const fewestLetters = 6;
const mostLetters = 30;
/** From here on even the first letter may be wrong. */
const firstLetterFrom = 8;
/** A shorter word with another last letter is too often another form of a word. */
const lastLetterFrom = 8;

export type SlipWord = {
  word: string;
  /** The tag that it means by itself; -1 for a word that only stands with others. */
  tag: number;
};

/**
 * Finds the word that was meant when one letter is wrong, missing, too many, or swapped with the next
 * (Damerau-Levenshtein distance 1), by the hashes of all words without one of their letters. Of several, one
 * with a swapped or doubled letter is likelier than one with a missing or added letter, and that likelier than
 * a wrong letter. Where two tags are as likely, neither was meant; nor where an ordinary word is.
 */
export function createSlipIndex(words: readonly SlipWord[], isOrdinary: (word: string) => boolean) {
  const known = words.filter(({ word }) => isCorrectable(word));
  const entries = known.reduce((sum, { word }) => sum + word.length + 1, 0);
  let capacity = 1024;
  while (capacity < entries * 2) capacity *= 2;
  const mask = capacity - 1;
  const hashes = new Int32Array(capacity);
  /** Index of the word, from 1. */
  const ids = new Int32Array(capacity);

  const insert = (hash: number, id: number) => {
    let slot = slotOf(hash) & mask;
    while (ids[slot] !== 0) {
      if (hashes[slot] === hash && ids[slot] === id) return;
      slot = (slot + 1) & mask;
    }
    hashes[slot] = hash;
    ids[slot] = id;
  };
  for (const [index, { word }] of known.entries()) {
    for (let left = -1; left < word.length; left++) insert(hashWithout(word, left), index + 1);
  }

  /** The word that was meant, null when none or more than one was. */
  return (written: string): SlipWord | null => {
    if (!isCorrectable(written)) return null;
    let best: SlipWord | null = null as SlipWord | null;
    let bestRank = Number.POSITIVE_INFINITY;
    let doubtful = false;
    for (let left = -1; left < written.length; left++) {
      const hash = hashWithout(written, left);
      for (let slot = slotOf(hash) & mask; ids[slot] !== 0; slot = (slot + 1) & mask) {
        if (hashes[slot] !== hash) continue;
        const candidate = known[(ids[slot] ?? 0) - 1];
        if (candidate === undefined || candidate === best) continue;
        const slip = slipBetween(written, candidate.word);
        if (slip === null) continue;
        const rank: number = slip * 2 + (candidate.tag < 0 ? 1 : 0);
        if (rank < bestRank) {
          [best, bestRank, doubtful] = [candidate, rank, false];
        } else if (rank === bestRank && (candidate.tag < 0 || candidate.tag !== best?.tag)) {
          doubtful = true;
        }
      }
    }
    if (doubtful || best === null) return null;
    return otherSlips(written, slipBetween(written, best.word) ?? 0).some(isOrdinary) ? null : best;
  };
}
export type SlipIndex = ReturnType<typeof createSlipIndex>;

function isCorrectable(word: string): boolean {
  return word.length >= fewestLetters && word.length <= mostLetters && /^[a-z]+$/.test(word);
}

function slotOf(hash: number): number {
  return hash ^ (hash >>> 13);
}

/** Of the word without one of its letters, -1 for the whole word. */
function hashWithout(word: string, left: number): number {
  let hash = hashStart;
  for (let index = 0; index < word.length; index++) {
    if (index !== left) hash = Math.imul(hash ^ word.charCodeAt(index), hashPrime);
  }
  return hash;
}

/** 0 swapped or doubled, 1 missing or added, 2 wrong; null when more than one letter differs. */
function slipBetween(written: string, meant: string): number | null {
  const shorter = Math.min(written.length, meant.length);
  let from = 0;
  while (from < shorter && written[from] === meant[from]) from++;
  const difference = written.length - meant.length;
  if (from === 0 && shorter < firstLetterFrom && !isSwapped(written, meant, 0)) return null;
  if (difference === 0) {
    if (from === shorter) return null;
    if (written.slice(from + 1) === meant.slice(from + 1)) {
      return from === shorter - 1 && shorter < lastLetterFrom ? null : 2;
    }
    return isSwapped(written, meant, from) ? 0 : null;
  }
  const [longer, other] = difference > 0 ? [written, meant] : [meant, written];
  if (Math.abs(difference) !== 1 || longer.slice(from + 1) !== other.slice(from)) return null;
  if (longer[from] === longer[from - 1] || longer[from] === longer[from + 1]) return 0;
  return difference > 0 && from >= shorter - 1 ? null : 1;
}

const letters = Array.from("abcdefghijklmnopqrstuvwxyz");

/** What else may have been meant, by a slip that is no less likely than one of this kind. */
function otherSlips(written: string, kind: number): string[] {
  const words: string[] = [];
  for (let at = 0; at <= written.length; at++) {
    const [before, here, next] = [written.slice(0, at), written.charAt(at), written.charAt(at + 1)];
    const after = written.slice(at + 1);
    if (next !== "") words.push(before + next + here + written.slice(at + 2));
    const added = kind === 0 ? [here] : letters;
    words.push(...added.map((letter) => before + letter + here + after));
    if (kind > 0 || here === next) words.push(before + after);
    if (kind > 1) words.push(...letters.map((letter) => before + letter + after));
  }
  return words;
}

function isSwapped(written: string, meant: string, from: number): boolean {
  return (
    written.length === meant.length &&
    written[from] === meant[from + 1] &&
    written[from + 1] === meant[from] &&
    written.slice(from + 2) === meant.slice(from + 2)
  );
}
