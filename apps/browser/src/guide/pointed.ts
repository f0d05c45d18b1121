import type { Meaning, ReadRequest } from "@genie/browser-client";
import { z } from "zod";

/** An element of the page's own document, as Stagehand's tree names it: its number follows the dash. */
const ElementId = z.string().regex(/^0-\d+$/);

const FieldIds = z.record(z.string(), z.union([ElementId, z.array(ElementId), z.null()]));

/** Where the model says that the fields are. */
export const Pointed = z.object({ fields: FieldIds, rows: z.array(FieldIds).default([]) });
export type Pointed = z.infer<typeof Pointed>;

/** What the model is to answer: ids of elements alone, so no word of its own gets further. */
export function pointedSchema({ fields, rows }: ReadRequest) {
  const shape = { fields: idsOf(fields) };
  if (rows === undefined) return z.strictObject(shape);
  const many = z.array(idsOf(rows.fields)).describe(`${rows.what}; all of them, in order`);
  return z.strictObject({ ...shape, rows: many });
}

function idsOf(fields: Record<string, Meaning>) {
  const shape = Object.entries(fields).map(([name, { what, all }]) => {
    const ids = all ? z.array(ElementId) : ElementId.nullable();
    return [name, ids.describe(`Id of the element: ${what}`)] as const;
  });
  return z.strictObject(Object.fromEntries(shape));
}

/** The same in words, for models that read these better than schemas. */
export function instructionFor({ fields, rows }: ReadRequest): string {
  return [
    "Say where these are. Answer with ids of elements as they stand in brackets, such as 0-12, and never with their text.",
    "Choose the innermost element that holds nothing else. Answer null, or an empty list, where there is none.",
    ...lines(fields),
    ...(rows ? [`Then for each of these, in the order of the page: ${rows.what}`] : []),
    ...lines(rows?.fields ?? {}),
  ].join("\n");
}

function lines(fields: Record<string, Meaning>): string[] {
  return Object.entries(fields).map(([name, { what }]) => `- ${name}: ${what}`);
}

/** The numbers by which Chromium knows the elements, in order. */
export function nodeNumbers(ids: readonly string[]): number[] {
  return ids.map((id) => Number(id.slice("0-".length)));
}

/** True when each element is in one row only, and no two texts of a row are the same element. */
export function isDistinct(wanted: ReadRequest, pointed: Pointed): boolean {
  const rows = pointed.rows.map((row) => new Set(Object.values(row).flatMap(listOf)));
  const inAll = rows.reduce((sum, { size }) => sum + size, 0);
  if (new Set(rows.flatMap((row) => [...row])).size < inAll) return false;
  return [
    [wanted.fields, pointed.fields] as const,
    ...pointed.rows.map((row) => [wanted.rows?.fields ?? {}, row] as const),
  ].every(([fields, ids]) => {
    const texts = Object.entries(fields)
      .filter(([, { attributes }]) => attributes === undefined)
      .flatMap(([name]) => listOf(ids[name] ?? null));
    return new Set(texts).size === texts.length;
  });
}

export function listOf(ids: string | string[] | null): string[] {
  return ids === null ? [] : [ids].flat();
}
