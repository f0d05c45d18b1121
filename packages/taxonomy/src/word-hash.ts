/** FNV-1a over the characters of a form, which are ASCII. Never 0. */
export const hashStart = 0x811c9dc5;
export const hashPrime = 0x01000193;

export function hashOf(word: string): number {
  let hash = hashStart;
  for (let index = 0; index < word.length; index++) {
    hash = Math.imul(hash ^ word.charCodeAt(index), hashPrime);
  }
  return hash;
}
