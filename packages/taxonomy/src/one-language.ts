import { oneLanguageRows } from "./dataset-rows.ts";
import type { Hit } from "./finder.ts";
import { formOf } from "./form-of.ts";
import { guessLanguage } from "./guess-language.ts";

/** Beyond the index of any tag, a creator's own included. */
const base = 1_000_000;

export type OneLanguage = {
  /** All forms, those of one language with an index of their own. */
  forms: Map<string, number>;
  /** The hits that count in a text: a name of one language means its tag in that language, elsewhere nothing. */
  settle: (hits: Hit[], text: string) => Hit[];
};

/**
 * Adds names that mean a tag in one language and something else in another: "chat" is a cat in French alone.
 * What is a name in all languages, or an idiom, stays what it is.
 */
export function withOneLanguage(
  forms: ReadonlyMap<string, number>,
  indexOf: (tag: string) => number | undefined,
): OneLanguage {
  const all = new Map(forms);
  const names: { language: string; tag: number }[][] = [];
  const places = new Map<string, number>();
  for (const { language, name, tag } of oneLanguageRows()) {
    const form = formOf(name);
    const index = indexOf(tag);
    if (forms.has(form) || index === undefined) continue;
    const place = places.get(form) ?? names.push([]) - 1;
    names[place]?.push({ language, tag: index });
    places.set(form, place);
    all.set(form, base + place);
  }
  const settle = (hits: Hit[], text: string): Hit[] => {
    if (!hits.some(({ index }) => index >= base)) return hits;
    const guess = guessLanguage(text);
    return hits.flatMap((hit) => {
      if (hit.index < base) return [hit];
      const meant = names[hit.index - base]?.find(({ language }) => language === guess);
      return meant === undefined ? [] : [{ ...hit, index: meant.tag }];
    });
  };
  return { forms: all, settle };
}
