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

/** Whether a caption holds a word or a phrase, as a whole and in any case. */
export function holdsWord(caption: string, word: string): boolean {
  const escaped = word.trim().replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);
  if (escaped === "") return false;
  const phrase = escaped.replaceAll(/\s+/g, String.raw`\s+`);
  return new RegExp(`(?<![\\p{L}\\p{M}\\p{N}_])${phrase}(?![\\p{L}\\p{M}\\p{N}_])`, "iu").test(
    caption.normalize("NFC"),
  );
}

const partsOf = (caption: string, pattern: RegExp): CaptionPart[] =>
  [...caption.matchAll(pattern)].map(({ 0: text, index }) => ({
    text,
    start: index,
    end: index + text.length,
  }));
