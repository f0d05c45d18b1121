const longest = 60;

/** What a conversation is called by itself: its first words. */
export function titleOf(text: string): string {
  const line = text.trim().replaceAll(/\s+/gu, " ");
  if (line.length <= longest) return line;
  const cut = line.slice(0, longest);
  const lastSpace = cut.lastIndexOf(" ");
  return `${(lastSpace > longest / 2 ? cut.slice(0, lastSpace) : cut).trimEnd()}…`;
}
