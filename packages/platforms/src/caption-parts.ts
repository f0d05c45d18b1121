import { folded } from "./folded.ts";

const link = /\bhttps?:\/\/[^\s<>"]*[^\s<>"'.,;:!?)\]}]/giu;
const hashtag = /(?<![\p{L}\p{N}_&/])[#＃]([\p{L}\p{M}\p{N}_]*[\p{L}\p{M}_][\p{L}\p{M}\p{N}_]*)/gu;
const mention =
  /(?<![\p{L}\p{N}_/])@[a-z0-9_]+(?:[a-z0-9_.-]*[a-z0-9_])?@[a-z0-9][a-z0-9.-]*[a-z0-9]/giu;

export type CaptionPart = { text: string; start: number; end: number };

/** The web addresses in a caption, with where they stand (in UTF-16 units). */
export const linksIn = (caption: string): CaptionPart[] => partsOf(caption, link);

/** The hashtags in a caption, without their sign. */
export const hashtagsIn = (caption: string): string[] =>
  [...caption.matchAll(hashtag)].map(([, tag = ""]) => tag);

/** Mentions of people on other servers, as in `@name@server.example`. */
export const farMentionsIn = (caption: string): CaptionPart[] => partsOf(caption, mention);

/**
 * Whether a caption holds a word or a phrase, in any case and however Unicode writes it: as a whole
 * where its script puts spaces between words, anywhere where it does not. Underscores part words.
 */
export function holdsWord(caption: string, word: string): boolean {
  const wanted = folded(word).trim();
  if (wanted === "") return false;
  const phrase = wanted
    .replaceAll(/[.*+?^${}()|[\]\\/]/g, String.raw`\$&`)
    .replaceAll(/\s+/g, String.raw`\s+`);
  const before = startsWithLetter.test(wanted) ? `(?<!${letter})` : "";
  const after = endsWithLetter.test(wanted) ? `(?!${letter})` : "";
  return new RegExp(before + phrase + after, "iv").test(folded(caption));
}

/** Of scripts that put spaces between words. */
const letter = String.raw`[[\p{L}\p{M}\p{N}]--[\p{scx=Han}\p{scx=Hira}\p{scx=Kana}\p{scx=Thai}\p{scx=Laoo}\p{scx=Khmr}\p{scx=Mymr}]]`;
const startsWithLetter = new RegExp(`^${letter}`, "v");
const endsWithLetter = new RegExp(`${letter}$`, "v");

const partsOf = (caption: string, pattern: RegExp): CaptionPart[] =>
  [...caption.matchAll(pattern)].map(({ 0: text, index }) => ({
    text,
    start: index,
    end: index + text.length,
  }));
