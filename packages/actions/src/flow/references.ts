import { AppError } from "@genie/errors";

/** What references reach: the input, and what steps have answered, each by its key. */
export type Scope = ReadonlyMap<string, unknown>;

/** `root` names the input or a step; `path` goes deeper; `written` is how it stands in the flow. */
export type Reference = { written: string; root: string; path: readonly string[] };

const name = String.raw`[a-z][a-z0-9_]*`;
const deeper = String.raw`(?:\.[A-Za-z0-9_-]+)*`;
const whole = new RegExp(String.raw`^\$(${name}${deeper})(\?)?$`);
const inText = new RegExp(String.raw`\$(?:\$|(${name}${deeper}))`, "g");

/** A string that is nothing but a reference. */
export function wholeReference(text: string): { reference: Reference; isOptional: boolean } | null {
  const [, words, mark] = whole.exec(text) ?? [];
  return words === undefined
    ? null
    : { reference: referenceOf(words), isOptional: mark !== undefined };
}

/** Every reference in a text that is more than one. */
export const referencesInText = (text: string): Reference[] =>
  [...text.matchAll(inText)].flatMap(([, words]) =>
    words === undefined ? [] : [referenceOf(words)],
  );

/** Puts values in for the references of a text; `$$` becomes a dollar. */
export const fillText = (text: string, fill: (reference: Reference) => string): string =>
  text.replace(inText, (_written, words: string | undefined) =>
    words === undefined ? "$" : fill(referenceOf(words)),
  );

/** Every reference in a value, at any depth; those in the names of fields not. */
export function referencesIn(value: unknown): Reference[] {
  if (typeof value === "string") {
    const found = wholeReference(value);
    return found ? [found.reference] : referencesInText(value);
  }
  if (typeof value !== "object" || value === null) return [];
  return Object.values(value).flatMap(referencesIn);
}

/** Own properties alone, and elements of lists by number. `found` is false when there is none. */
export function lookUp(
  { root, path }: Reference,
  scope: Scope,
): { found: true; value: unknown } | { found: false } {
  if (!scope.has(root)) return { found: false };
  let value = scope.get(root);
  for (const part of path) {
    if (typeof value !== "object" || value === null) return { found: false };
    const isThere = Array.isArray(value)
      ? /^\d{1,9}$/.test(part) && Number(part) < value.length
      : Object.hasOwn(value, part);
    if (!isThere) return { found: false };
    value = (value as Record<string, unknown>)[part];
  }
  return value === undefined ? { found: false } : { found: true, value };
}

/** Throws `invalid_input`, naming the reference, when there is no such value. */
export function requireValue(reference: Reference, scope: Scope): unknown {
  const result = lookUp(reference, scope);
  if (result.found) return result.value;
  throw new AppError(
    "invalid_input",
    `There is nothing at ${reference.written}. Check what the input holds and what the steps before it answered.`,
  );
}

function referenceOf(words: string): Reference {
  const [root = "", ...path] = words.split(".");
  return { written: `$${words}`, root, path };
}
