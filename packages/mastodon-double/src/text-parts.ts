export type TextPart =
  | { kind: "text"; text: string }
  | { kind: "link"; text: string }
  | { kind: "hashtag"; text: string; tag: string }
  | { kind: "mention"; text: string; name: string; domain: string | null };

const parts =
  /(?<link>(?<![\w@/.#])https?:\/\/[\w-]+(?:\.[\w-]+)+(?::\d+)?(?:[/?#][^\s<>"]*[^\s<>"'.,;:!?)\]}])?)|(?<![\p{L}\p{N}_/&])#(?<tag>[\p{L}\p{M}\p{N}_]*[\p{L}\p{M}_][\p{L}\p{M}\p{N}_]*)|(?<![\p{L}\p{N}_/])@(?<name>\w+)(?:@(?<domain>[\w-]+(?:\.[\w-]+)+(?::\d+)?))?/giu;

/** A text in parts, in order and whole, as Mastodon tells links, hashtags and mentions in it. */
export function textParts(text: string): TextPart[] {
  const found: TextPart[] = [];
  let end = 0;
  for (const match of text.matchAll(parts)) {
    if (match.index > end) found.push({ kind: "text", text: text.slice(end, match.index) });
    found.push(partOf(match[0], match.groups ?? {}));
    end = match.index + match[0].length;
  }
  if (end < text.length) found.push({ kind: "text", text: text.slice(end) });
  return found;
}

function partOf(text: string, groups: Record<string, string | undefined>): TextPart {
  const { tag, name, domain = null } = groups;
  if (tag !== undefined) return { kind: "hashtag", text, tag };
  if (name !== undefined) return { kind: "mention", text, name, domain };
  return { kind: "link", text };
}
