import type { KeyStatus } from "@genie/schema";

/** The lines that `genie keys status` shows; `isWell` false: something needs the operator. */
export function describeKeys(status: KeyStatus): { lines: string[]; isWell: boolean } {
  const { primary, keys, damaged } = status;
  const missing = keys.filter(({ isThere }) => !isThere);
  const isOld = keys.some(({ id, values }) => id !== primary && values.length > 0);
  const lines = keys.flatMap((key) => [
    `Key ${key.id}: ${roleOf(key, primary)}`,
    ...key.values.map(({ collection, field, count }) => `  ${collection}.${field}: ${count}`),
  ]);
  for (const { collection, field, count } of damaged) {
    lines.push(`${collection}.${field}: ${valuesOf(count)} no sealed value. Enter those again.`);
  }
  if (missing.length > 0) {
    const ids = missing.map(({ id }) => id).join(", ");
    lines.push(`SEALING_KEYS lacks key ${ids}. Put it back from your backup of secrets.env.`);
  }
  if (isOld) lines.push(`Seal it all with key ${primary}: npm run genie -- keys rotate`);
  return { lines, isWell: missing.length === 0 && damaged.length === 0 };
}

/** How many values name this key as their own. */
export function countOf({ keys }: KeyStatus, id: number): number {
  const values = keys.find((key) => key.id === id)?.values ?? [];
  return values.reduce((sum, { count }) => sum + count, 0);
}

/** The number with its noun and verb: "1 value is", "7 values are". */
export const valuesOf = (count: number): string =>
  count === 1 ? "1 value is" : `${count} values are`;

function roleOf({ id, isThere, values }: KeyStatus["keys"][number], primary: number): string {
  if (!isThere) return "missing, and these need it";
  if (id === primary) return "seals, and opens";
  if (values.length > 0) return "opens only";
  return `seals nothing any more. Take it out: npm run genie -- keys remove ${id}`;
}
