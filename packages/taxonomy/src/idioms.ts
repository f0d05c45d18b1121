import { readFileSync } from "node:fs";
import { join } from "node:path";
import { formOf } from "./form-of.ts";

const meansNothing = -1;

/**
 * These forms with expressions that contain the name of a tag and mean something else ("thanks to", "piece
 * of cake"). As the longer expression they win over what is in them. A tag's own name is never one.
 */
export function withIdioms(forms: ReadonlyMap<string, number>): Map<string, number> {
  const all = new Map(forms);
  const text = readFileSync(join(import.meta.dirname, "../data/idioms.txt"), "utf8");
  for (const line of text.split("\n")) {
    const form = formOf(line);
    if (form !== "" && !all.has(form)) all.set(form, meansNothing);
  }
  return all;
}

/**
 * Words that are a tag only with other accents or another ending, as they are written: "même" is no meme,
 * "maio" is no maiô. What is looked for is without accents, so they are found and then left out.
 */
export function otherWords(): ReadonlySet<string> {
  const text = readFileSync(join(import.meta.dirname, "../data/other-words.txt"), "utf8");
  return new Set(text.split("\n").map(asWritten));
}

export function asWritten(words: string): string {
  return words.normalize("NFC").toLowerCase();
}
