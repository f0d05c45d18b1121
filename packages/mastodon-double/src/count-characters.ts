import type { Settings } from "./state.ts";
import { textParts } from "./text-parts.ts";

const graphemes = new Intl.Segmenter("en", { granularity: "grapheme" });

/** The length of a text as Mastodon counts it: graphemes, links alike, mentions without their server. */
export function countCharacters(
  text: string,
  { characters_reserved_per_url: ofLink }: Pick<Settings, "characters_reserved_per_url">,
): number {
  const counted = textParts(text).map((part) => {
    if (part.kind === "link") return "x".repeat(ofLink);
    return part.kind === "mention" ? `@${part.name}` : part.text;
  });
  return Array.from(graphemes.segment(counted.join(""))).length;
}
