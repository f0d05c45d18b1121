import { readFileSync } from "node:fs";
import { join } from "node:path";
import { formOf } from "./form-of.ts";

/** What an idiom's form means: no tag. */
export const meansNothing = -1;

/**
 * Adds expressions that contain the name of a tag and mean something else ("thanks to", "piece of cake").
 * As the longer expression they win over what is in them. A tag's own name is never one.
 */
export function addIdioms(forms: Map<string, number>): void {
  const text = readFileSync(join(import.meta.dirname, "../data/idioms.txt"), "utf8");
  for (const line of text.split("\n")) {
    const form = formOf(line);
    if (form !== "" && !forms.has(form)) forms.set(form, meansNothing);
  }
}
