import { apostrophe, elided, foldCharacter, gap, isPictograph, stop } from "./fold-character.ts";
import { hashtagCuts, type Vocabulary } from "./hashtag-cuts.ts";
import { fewestLetters } from "./slip-index.ts";
import { hashPrime, hashStart } from "./word-hash.ts";

/** What was written, as words parted by one space, with one before the first and after the last. */
export type Normalised = {
  text: string;
  /** At the first letter of a word: where it begins in the source. */
  sourceStart: Int32Array;
  /** At the space behind a word: where it ends in the source. */
  sourceEnd: Int32Array;
  /** At the first letter of a word: 1 when a letter of it was not as it should be. */
  slips: Uint8Array;
  /** How many words were corrected. */
  slipCount: number;
};

/** What an ASCII character is; 0 parts words. A soft stop ends an expression unless a letter follows. */
const isLetter = 1;
const isStop = 2;
const isApostrophe = 3;
const isSoftStop = 4;
const kinds = new Uint8Array(128);
const lowered = new Uint8Array(128);
for (let code = 0; code < 128; code++) {
  const character = String.fromCharCode(code);
  lowered[code] = character.toLowerCase().charCodeAt(0);
  if (/[a-z0-9]/i.test(character)) kinds[code] = isLetter;
  else if (/[.,:]/.test(character)) kinds[code] = isSoftStop;
  else if (/['`]/.test(character)) kinds[code] = isApostrophe;
  else if (/[;!?()[\]{}"|\n\r]/.test(character)) kinds[code] = isStop;
}
const spaceCode = 32;
const hashSign = 35;
const plusSign = 43;
const stopCode = 46;
const atSign = 64;
const underscore = 95;
const longestCorrected = 30;
const longestElided = 7;

/**
 * Makes a function that reads a source of which everything from `tagsFrom` on is tags, a line each. What it
 * returns is good until it is called again. Its time grows with the length of the source alone.
 */
export function createNormaliser() {
  let buffer = Buffer.alloc(0);
  let sourceStart = new Int32Array(0);
  let sourceEnd = new Int32Array(0);
  let slips = new Uint8Array(0);
  let slipCount = 0;

  const reserve = (size: number) => {
    if (size <= buffer.length) return;
    const capacity = Math.max(1024, size * 2);
    const grown = Buffer.alloc(capacity);
    buffer.copy(grown);
    buffer = grown;
    sourceStart = copied(sourceStart, new Int32Array(capacity));
    sourceEnd = copied(sourceEnd, new Int32Array(capacity));
    slips = copied(slips, new Uint8Array(capacity));
  };

  /** Corrects the word that lies there when it is none; returns where it ends. */
  const corrected = (from: number, to: number, hash: number, { flagsAt, correct }: Vocabulary) => {
    if (to - from > longestCorrected || flagsAt(hash) !== 0) return to;
    const meant = correct(buffer.toString("latin1", from, to));
    if (meant === null) return to;
    slips[from] = 1;
    slipCount++;
    return from + buffer.write(meant.word, from, "latin1");
  };

  return (source: string, tagsFrom: number, vocabulary: Vocabulary): Normalised => {
    const length = source.length;
    reserve(length * 3 + 64);
    if (slipCount > 0) slips.fill(0);
    slipCount = 0;
    let at = 0;
    let wordFrom = -1;
    let hash = hashStart;
    let cuts: number[] = [];
    let nextCut = -1;
    let hashtagEnds = -1;
    let afterHashtag = false;
    buffer[at++] = spaceCode;

    const endWord = (index: number) => {
      if (at - wordFrom >= fewestLetters) at = corrected(wordFrom, at, hash, vocabulary);
      sourceEnd[at] = index;
      buffer[at++] = spaceCode;
      wordFrom = -1;
    };
    const beginWord = (index: number) => {
      wordFrom = at;
      hash = hashStart;
      sourceStart[at] = index;
    };
    /** Before an apostrophe: l'été. */
    const isElided = () =>
      wordFrom >= 0 &&
      at - wordFrom <= longestElided &&
      elided.has(buffer.toString("latin1", wordFrom, at));
    /** A tag is cut like a hashtag. */
    const beginHashtag = (from: number) => {
      hashtagEnds = endOfRun(source, from, isOfHashtag);
      cuts = hashtagCuts(source, from, hashtagEnds, vocabulary);
      nextCut = cuts.shift() ?? -1;
    };
    const putStop = () => {
      buffer[at++] = stopCode;
      buffer[at++] = spaceCode;
      afterHashtag = false;
    };

    for (let index = 0; index < length; index++) {
      const code = source.charCodeAt(index);
      if (index === nextCut) {
        if (wordFrom >= 0) endWord(index);
        nextCut = cuts.shift() ?? -1;
      }
      if (index === hashtagEnds) {
        hashtagEnds = -1;
        afterHashtag = true;
      }
      if (code < 128) {
        const kind = kinds[code];
        if (kind === isLetter) {
          if (wordFrom < 0) {
            if ((code === 104 || code === 119) && isLink(source, index)) {
              index = endOfRun(source, index, isNoSpace) - 1;
              putStop();
              continue;
            }
            if (index >= tagsFrom && hashtagEnds < 0) beginHashtag(index);
            beginWord(index);
          }
          const letter = lowered[code] ?? 0;
          hash = Math.imul(hash ^ letter, hashPrime);
          buffer[at++] = letter;
          continue;
        }
        if (kind === isApostrophe) {
          if (isElided()) endWord(index);
          continue;
        }
        if (code === plusSign && wordFrom >= 0 && isDigit(buffer[at - 1])) {
          hash = Math.imul(hash ^ code, hashPrime);
          buffer[at++] = code;
          continue;
        }
        const letters = wordFrom < 0 ? 0 : at - wordFrom;
        if (wordFrom >= 0) endWord(index);
        if (kind === isStop) {
          putStop();
        } else if (kind === isSoftStop) {
          const next = source.charCodeAt(index + 1);
          const joins = next < 128 && kinds[next] === isLetter;
          if (!joins && !(code === stopCode && letters > 0 && letters <= 2)) putStop();
        } else if (code === hashSign) {
          if (afterHashtag) putStop();
          beginHashtag(index + 1);
        } else if (code === atSign) {
          const end = endOfRun(source, index + 1, isOfMention);
          if (end > index + 1) putStop();
          index = end - 1;
        } else if (code > spaceCode && code !== underscore) {
          afterHashtag = false;
        }
        continue;
      }
      const codePoint = source.codePointAt(index) ?? 0;
      const folded = foldCharacter(codePoint);
      const units = codePoint > 0xffff ? 2 : 1;
      reserve(at + folded.length + (length - index) * 3 + 64);
      if (folded === apostrophe) {
        if (isElided()) endWord(index);
      } else if (folded === gap || folded === stop) {
        if (wordFrom >= 0) endWord(index);
        if (folded === stop) putStop();
      } else if (folded !== "") {
        const alone = isPictograph(folded);
        if (alone && wordFrom >= 0) endWord(index);
        if (wordFrom < 0) {
          if (!alone && index >= tagsFrom && hashtagEnds < 0) beginHashtag(index);
          beginWord(index);
        }
        for (let letter = 0; letter < folded.length; letter++) {
          const plain = folded.charCodeAt(letter);
          hash = Math.imul(hash ^ plain, hashPrime);
          buffer[at++] = plain;
        }
        if (alone) endWord(index + units);
      }
      index += units - 1;
    }
    if (wordFrom >= 0) endWord(length);
    return { text: buffer.toString("latin1", 0, at), sourceStart, sourceEnd, slips, slipCount };
  };
}

function copied<Kept extends Int32Array | Uint8Array>(from: Kept, to: Kept): Kept {
  to.set(from);
  return to;
}

export type Normaliser = ReturnType<typeof createNormaliser>;

function endOfRun(source: string, from: number, belongs: (code: number) => boolean): number {
  let index = from;
  while (index < source.length && belongs(source.charCodeAt(index))) index++;
  return index;
}

function isOfHashtag(code: number): boolean {
  if (code < 128) return kinds[code] === isLetter || code === underscore;
  if (code >= 0xd800 && code < 0xe000) return false;
  const folded = foldCharacter(code);
  return folded !== gap && folded !== stop && folded !== apostrophe && !isPictograph(folded);
}

function isOfMention(code: number): boolean {
  return (
    code < 128 &&
    (kinds[code] === isLetter || code === underscore || code === stopCode || code === 45)
  );
}

function isNoSpace(code: number): boolean {
  return code > spaceCode;
}

function isDigit(code: number | undefined): boolean {
  return code !== undefined && code >= 48 && code <= 57;
}

function isLink(source: string, index: number): boolean {
  return (
    source.startsWith("http://", index) ||
    source.startsWith("https://", index) ||
    source.startsWith("www.", index)
  );
}
