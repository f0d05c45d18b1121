import { hashOf } from "./word-hash.ts";

/** What a word may be. */
export const ordinary = 1;
/** It stands in a form, with others or alone. */
export const partOfForm = 2;
/** It is a form by itself. */
export const wholeForm = 4;
/** A short word that may join others in a hashtag. */
export const connective = 8;

export type WordTable = {
  add: (word: string, flags: number) => void;
  /** The flags of the word with this hash, 0 when it is unknown. */
  flagsAt: (hash: number) => number;
};

/** Words by their hashes alone, so that tens of thousands of them are one typed array. */
export function createWordTable(expected: number): WordTable {
  let capacity = 1024;
  while (capacity < expected * 2) capacity *= 2;
  let keys = new Int32Array(capacity);
  let values = new Uint8Array(capacity);
  let count = 0;

  const slotOf = (hash: number) => {
    const mask = capacity - 1;
    let slot = (hash ^ (hash >>> 15)) & mask;
    while (values[slot] !== 0 && keys[slot] !== hash) slot = (slot + 1) & mask;
    return slot;
  };
  const grow = () => {
    const [oldKeys, oldValues] = [keys, values];
    capacity *= 2;
    keys = new Int32Array(capacity);
    values = new Uint8Array(capacity);
    for (const [index, value] of oldValues.entries()) {
      const key = oldKeys[index] ?? 0;
      if (value === 0) continue;
      const slot = slotOf(key);
      keys[slot] = key;
      values[slot] = value;
    }
  };

  return {
    add: (word, flags) => {
      if ((count + 1) * 2 > capacity) grow();
      const hash = hashOf(word);
      const slot = slotOf(hash);
      if (values[slot] === 0) count++;
      keys[slot] = hash;
      values[slot] = (values[slot] ?? 0) | flags;
    },
    flagsAt: (hash) => values[slotOf(hash)] ?? 0,
  };
}
