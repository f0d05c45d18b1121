import { linksIn } from "@genie/platforms";

export type CaptionToken = { text: string; kind: "hashtag" | "link" | "mention" | "text" };

const marked =
  /(?<![\p{L}\p{N}_&/])(?:[#＃][\p{L}\p{M}\p{N}_]*[\p{L}\p{M}_][\p{L}\p{M}\p{N}_]*|@[a-z0-9_](?:[a-z0-9_.-]*[a-z0-9_])?(?:@[a-z0-9][a-z0-9.-]*[a-z0-9])?)/giu;

/** A caption in pieces: what platforms make links of, and what is between. Joined they are the caption. */
export function captionTokens(caption: string): CaptionToken[] {
  const links = linksIn(caption).map((link) => ({ ...link, kind: "link" as const }));
  const others = [...caption.matchAll(marked)].map(({ 0: text, index }) => ({
    text,
    start: index,
    end: index + text.length,
    kind: text.startsWith("@") ? ("mention" as const) : ("hashtag" as const),
  }));
  const parts = [
    ...links,
    ...others.filter(
      (part) => !links.some(({ start, end }) => part.start < end && start < part.end),
    ),
  ].toSorted((a, b) => a.start - b.start);
  const tokens: CaptionToken[] = [];
  let at = 0;
  for (const { text, start, end, kind } of parts) {
    if (start > at) tokens.push({ text: caption.slice(at, start), kind: "text" });
    tokens.push({ text, kind });
    at = end;
  }
  if (at < caption.length) tokens.push({ text: caption.slice(at), kind: "text" });
  return tokens;
}
