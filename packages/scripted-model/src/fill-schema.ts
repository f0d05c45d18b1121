import { z } from "zod";

type Filled = string | number | boolean | null | Filled[] | { [field: string]: Filled };

const Part = z.object({
  type: z.union([z.string(), z.array(z.string())]).optional(),
  enum: z.array(z.json()).optional(),
  const: z.json().optional(),
  anyOf: z.array(z.unknown()).optional(),
  properties: z.record(z.string(), z.unknown()).optional(),
  items: z.unknown().optional(),
  minimum: z.number().optional(),
  maxLength: z.number().optional(),
});

/** The plainest JSON that a schema takes; every text in it is `words`. */
export function fillSchema(schema: unknown, words: string): Filled {
  const part = Part.parse(schema);
  if (part.const !== undefined) return part.const;
  if (part.enum !== undefined) return part.enum[0] ?? null;
  if (part.anyOf !== undefined) return fillSchema(part.anyOf[0], words);
  const type = Array.isArray(part.type) ? part.type[0] : part.type;
  if (type === "object" || part.properties !== undefined) {
    return Object.fromEntries(
      Object.entries(part.properties ?? {}).map(([field, inner]) => [
        field,
        fillSchema(inner, words),
      ]),
    );
  }
  if (type === "array") return part.items === undefined ? [] : [fillSchema(part.items, words)];
  if (type === "number" || type === "integer") return part.minimum ?? 1;
  if (type === "boolean") return true;
  if (type === "null") return null;
  return words.slice(0, part.maxLength);
}
