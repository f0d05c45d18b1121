import { steps } from "@genie/actions";
import { actionEffects, everyCollection } from "@genie/schema";
import { z } from "zod";

const fields = everyCollection.flatMap((collection) => Object.entries(collection.fields));

/** Names and words of the product's own. Any other word may be somebody else's. */
const names: ReadonlySet<string> = new Set([
  ...fields.map(([name]) => name),
  ...Object.values(steps).flatMap(({ output }) =>
    output instanceof z.ZodObject ? Object.keys(output.shape) : [],
  ),
]);
const words: ReadonlySet<string> = new Set([
  ...actionEffects,
  ...fields.flatMap(([, { choices = [] }]) => choices),
]);

const shapes = [
  /^$/,
  /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i,
  /^\d{4}-\d\d-\d\d(T\d\d:\d\d(:\d\d(\.\d{1,6})?)?(Z|[+-]\d\d:\d\d)?)?$/,
];

/**
 * Whether a value holds ids, numbers, times and words of the product alone, under names of the product, so
 * that nothing in it could talk a model into anything. All else may be text of platforms, fans or files.
 */
export function isPlain(value: unknown): boolean {
  if (typeof value === "string") {
    return words.has(value) || shapes.some((shape) => shape.test(value));
  }
  if (typeof value !== "object" || value === null) return true;
  if (Array.isArray(value)) return value.every(isPlain);
  return Object.entries(value).every(([name, inner]) => names.has(name) && isPlain(inner));
}
