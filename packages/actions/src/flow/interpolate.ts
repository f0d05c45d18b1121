import { fillText, lookUp, requireValue, type Scope, wholeReference } from "./references.ts";

/** Of an optional reference without a value: the field that holds it is left out. */
const absent = Symbol("absent");

/**
 * A step's `with`, with values in the place of references. What is put in is never looked through again.
 * Throws `invalid_input` for a reference without a value.
 */
export function interpolate(
  template: Record<string, unknown>,
  scope: Scope,
): Record<string, unknown> {
  return fillObject(template, scope);
}

function fill(value: unknown, scope: Scope): unknown {
  if (typeof value === "string") return fillString(value, scope);
  if (typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) {
    return value.map((element) => fill(element, scope)).filter((element) => element !== absent);
  }
  return fillObject(value, scope);
}

const fillObject = (value: object, scope: Scope): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(value).flatMap(([key, inner]): [string, unknown][] => {
      const filled = fill(inner, scope);
      return filled === absent ? [] : [[key, filled]];
    }),
  );

function fillString(text: string, scope: Scope): unknown {
  const single = wholeReference(text);
  if (!single) return fillText(text, (reference) => asText(requireValue(reference, scope)));
  if (!single.isOptional) return requireValue(single.reference, scope);
  const result = lookUp(single.reference, scope);
  return result.found ? result.value : absent;
}

/** Nothing for null; lists and objects as JSON. */
function asText(value: unknown): string {
  if (typeof value === "string") return value;
  return value === null ? "" : JSON.stringify(value);
}
