import type { Status } from "./api-types.ts";

const named: Record<string, string> = {
  amp: "&",
  lt: "<",
  gt: ">",
  quot: '"',
  apos: "'",
  nbsp: "\u00A0",
};

/** What its author wrote, from the HTML that the server made of it. Blank lines are one at most. */
export function textOf({ content, mentions }: Pick<Status, "content" | "mentions">): string {
  const withMentions = content.replaceAll(
    /<a\b([^>]*)>(.*?)<\/a>/gs,
    (_whole, attributes: string, shown: string) => {
      const href = unescape(/\bhref="([^"]*)"/.exec(attributes)?.[1] ?? "");
      const mention = mentions.find(({ url }) => url === href);
      return mention === undefined ? shown : `@${escape(mention.acct)}`;
    },
  );
  const text = withMentions
    .replaceAll(/\n/g, " ")
    .replaceAll(/<br\s*\/?>/g, "\n")
    .replaceAll(/<\/p>\s*<p\b[^>]*>/g, "\n\n")
    .replaceAll(/<[^>]*>/g, "");
  return unescape(text).trim();
}

const escape = (text: string) => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");

function unescape(text: string): string {
  return text.replaceAll(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z]+));/gi, (whole, ...parts) => {
    const [decimal, hexadecimal, name] = parts as (string | undefined)[];
    if (name !== undefined) return named[name.toLowerCase()] ?? whole;
    const point = Number.parseInt(decimal ?? hexadecimal ?? "", decimal === undefined ? 16 : 10);
    return point <= 0x10_ff_ff ? String.fromCodePoint(point) : whole;
  });
}
