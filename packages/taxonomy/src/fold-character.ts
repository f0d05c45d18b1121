/** Parts words. */
export const gap = " ";
/** Ends an expression: no tag reaches across. */
export const stop = ".";
/** Parts words or is left out, as what stands before it says: l'été, don't. */
export const apostrophe = "'";
/** Before an apostrophe these are words of their own. */
export const elided: ReadonlySet<string> = new Set(
  "c d j l m n s t qu jusqu lorsqu puisqu".split(" "),
);

const mostKept = 20_000;
const kept = new Map<number, string>();

/**
 * One character as it stands in a form, always ASCII: letters and digits in lower case without accents,
 * a letter of another script or a pictograph as `~` and its number, nothing for marks, or `gap`, `stop`
 * or `apostrophe`.
 */
export function foldCharacter(codePoint: number): string {
  const known = kept.get(codePoint);
  if (known !== undefined) return known;
  const folded = fold(String.fromCodePoint(codePoint));
  if (kept.size < mostKept) kept.set(codePoint, folded);
  return folded;
}

/** A pictograph is a word of its own. */
export function isPictograph(folded: string): boolean {
  return folded.startsWith("~:");
}

function fold(character: string): string {
  if (/^['`´‘’ʼ′＇]$/u.test(character)) return apostrophe;
  if (/^[\p{M}\p{Cf}\u{1F3FB}-\u{1F3FF}]$/u.test(character)) return "";
  if (/^[.,;:!?…¡¿()[\]{}"“”„«»|•·\n\r\u2028\u2029]$/u.test(character)) return stop;
  if (/^\p{Extended_Pictographic}$/u.test(character)) return `~:${numberOf(character)}`;
  const letters = plain(character.toLowerCase().normalize("NFKD").toLowerCase());
  if (!/^[\p{L}\p{N}]+$/u.test(letters)) return gap;
  return Array.from(letters, (letter) =>
    /^[a-z0-9]$/.test(letter) ? letter : `~${numberOf(letter)}`,
  ).join("");
}

function plain(text: string): string {
  return text
    .replaceAll(/\p{M}/gu, "")
    .replaceAll(/[ßæœøłđðþı]/g, (letter) => otherLetters[letter] ?? letter);
}

function numberOf(character: string): string {
  return (character.codePointAt(0) ?? 0).toString(36);
}

const otherLetters: Record<string, string> = {
  ß: "ss",
  æ: "ae",
  œ: "oe",
  ø: "o",
  ł: "l",
  đ: "d",
  ð: "d",
  þ: "th",
  ı: "i",
};
