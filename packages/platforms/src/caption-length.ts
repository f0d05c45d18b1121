import { farMentionsIn, linksIn } from "./caption-parts.ts";
import type { CaptionLimit } from "./platform.ts";

const graphemes = new Intl.Segmenter("en", { granularity: "grapheme" });

/** The length of a caption as a platform counts it. */
export function captionLength(caption: string, limit: CaptionLimit): number {
  let text = caption.replaceAll("\r\n", "\n");
  if (limit.mentionsByName) {
    for (const { text: mention } of farMentionsIn(text)) {
      text = text.replace(mention, mention.slice(0, mention.lastIndexOf("@")));
    }
  }
  const links = limit.linkLength === undefined ? [] : linksIn(text);
  const shown = links
    .toReversed()
    .reduce((left, { start, end }) => left.slice(0, start) + left.slice(end), text);
  return charactersIn(shown, limit) + links.length * (limit.linkLength ?? 0);
}

function charactersIn(text: string, { countedIn }: CaptionLimit): number {
  return countedIn === "graphemes"
    ? Array.from(graphemes.segment(text)).length
    : Array.from(text).length;
}
