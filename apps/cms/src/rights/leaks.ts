import type { Answer } from "@genie/testing";
import type { OwnRows } from "./own-rows-of.ts";

/** What of another person's is in an answer. A refusal may repeat what the request itself held. */
export function leaksOf(
  { status, text: whole }: Pick<Answer, "status" | "text">,
  { victim, sent, maySealed = false }: { victim: OwnRows; sent: string; maySealed?: boolean },
): string[] {
  const text = status >= 400 ? withoutEcho(whole, sent) : whole;
  const found: string[] = [];
  if (text.includes(victim.marker)) found.push("her text");
  if (text.includes(String(victim.number))) found.push("her numbers");
  if (new RegExp(`"${victim.year}-|:${victim.year}[,}\\]]`).test(text)) found.push("her times");
  for (const [collection, id] of victim.ids) {
    if (text.includes(id) && !(status >= 400 && sent.includes(id))) {
      found.push(`the id of her row in ${collection}`);
    }
  }
  // Not the end of a marker of ours, which may happen to be the same letters.
  if (!maySealed && /(?<![0-9a-z])cb1\./.test(text)) found.push("a sealed value");
  return found;
}

function withoutEcho(text: string, sent: string): string {
  const words = sent.split(/[^\w.-]+/).filter((word) => word.length > 6);
  return words.reduce((rest, word) => rest.replaceAll(word, ""), text);
}
