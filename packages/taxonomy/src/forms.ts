import { formOf } from "./form-of.ts";
import { otherForms, withoutDots } from "./other-forms.ts";
import { otherSpellings } from "./spellings.ts";
import { hashOf } from "./word-hash.ts";
import { ordinary, partOfForm, wholeForm, type WordTable } from "./word-table.ts";

/** A tag with its other names. */
export type Named = { tag: string; aliases: readonly string[] };

/**
 * What to look for, and the index of the tag that it means. What a tag is called wins over what its name
 * may become in a plural; a form of two tags that is nobody's name means neither.
 */
export function formsOf(named: readonly Named[], words: WordTable): Map<string, number> {
  const forms = new Map<string, number>();
  const names = named.flatMap(({ tag: name, aliases }, tag) =>
    [name, ...aliases].map((term) => ({ tag, term, form: formOf(term) })),
  );
  for (const { form, tag } of names) {
    if (form !== "" && !forms.has(form)) forms.set(form, tag);
  }
  const derived = new Map<string, number>();
  const certain = new Set<string>();
  const derive = (form: string, tag: number) => {
    if (forms.has(form)) return;
    const other = derived.get(form);
    derived.set(form, other === undefined || other === tag ? tag : -1);
  };
  for (const { tag, term, form } of names) {
    if (forms.get(form) !== tag) continue;
    for (const spelling of [form, ...otherSpellings(form)]) {
      if (spelling !== form) {
        derive(spelling, tag);
        certain.add(spelling);
      }
      for (const other of otherForms(spelling)) {
        derive(other, tag);
        if (term === named[tag]?.tag) certain.add(other);
      }
    }
    const undotted = withoutDots(term);
    if (undotted !== null) derive(formOf(undotted), tag);
  }
  for (const [form, tag] of derived) {
    if (tag !== -1 && (certain.has(form) || isFree(form, words))) forms.set(form, tag);
  }
  return forms;
}

/** Enters the words of these forms, so that they are not taken for misspelt ones and hashtags are cut at them. */
export function addForms(forms: Iterable<string>, words: WordTable): void {
  for (const form of forms) {
    const parts = form.split(" ");
    if (parts.length === 1) words.add(form, wholeForm);
    for (const part of parts) words.add(part, partOfForm);
  }
}

/** An ordinary word is a form of what a tag itself is called, or another spelling, at most. */
function isFree(form: string, words: WordTable): boolean {
  return form.includes(" ") || (words.flagsAt(hashOf(form)) & ordinary) === 0;
}
