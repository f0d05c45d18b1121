/** What was typed or pasted as separate entries: one a line, or between commas; hashtags between spaces too. */
export function splitEntries(text: string, kind: "tags" | "words"): string[] {
  const parts = text.split(kind === "tags" ? /[\s,;]+/u : /[\n\r,;\t]+/u);
  return parts
    .map((part) => (kind === "tags" ? part.trim().replace(/^[#＃]+/u, "") : part.trim()))
    .filter((part) => part !== "");
}

/** A list with entries added that it has not, in any case. */
export function withEntries(list: readonly string[], entries: readonly string[]): string[] {
  const known = new Map(list.map((entry) => [keyOf(entry), entry]));
  for (const entry of entries) {
    if (!known.has(keyOf(entry))) known.set(keyOf(entry), entry);
  }
  return [...known.values()];
}

const keyOf = (entry: string) => entry.normalize("NFKC").toLocaleLowerCase("en");
