import { hashPrime, hashStart } from "./word-hash.ts";
import { connective, ordinary, partOfForm, wholeForm } from "./word-table.ts";

const mostLetters = 60;
const mostOfAPiece = 24;

/**
 * Where a hashtag without capitals is cut into words: at the fewest, longest words that cover all of it.
 * Null when nothing does. `flagsAt` says what a word of that hash is.
 */
export function cutHashtag(letters: string, flagsAt: (hash: number) => number): number[] | null {
  const length = letters.length;
  if (length > mostLetters || length < 5) return null;
  const costs = new Float64Array(length + 1).fill(Number.POSITIVE_INFINITY);
  const cameFrom = new Int32Array(length + 1);
  costs[0] = 0;
  for (let from = 0; from < length; from++) {
    const before = costs[from] ?? Number.POSITIVE_INFINITY;
    if (before === Number.POSITIVE_INFINITY) continue;
    let hash = hashStart;
    for (let to = from + 1; to <= Math.min(length, from + mostOfAPiece); to++) {
      hash = Math.imul(hash ^ letters.charCodeAt(to - 1), hashPrime);
      const cost = before + costOf(to - from, flagsAt(hash));
      if (cost < (costs[to] ?? 0)) {
        costs[to] = cost;
        cameFrom[to] = from;
      }
    }
  }
  if (costs[length] === Number.POSITIVE_INFINITY) return null;
  const cuts: number[] = [];
  for (let at = cameFrom[length] ?? 0; at > 0; at = cameFrom[at] ?? 0) cuts.unshift(at);
  return cuts;
}

/**
 * Few and long words are cheap, a name that is an ordinary word more so; two letters are only a word where
 * they join others.
 */
function costOf(length: number, flags: number): number {
  if (length < 3) return (flags & connective) === 0 ? Number.POSITIVE_INFINITY : 6;
  if (length === 3) return flags === 0 ? Number.POSITIVE_INFINITY : 5;
  if ((flags & wholeForm) !== 0) return ((flags & ordinary) === 0 ? 3.6 : 3) - length / 100;
  return (flags & (ordinary | partOfForm)) === 0 ? Number.POSITIVE_INFINITY : 3.5 - length / 100;
}
