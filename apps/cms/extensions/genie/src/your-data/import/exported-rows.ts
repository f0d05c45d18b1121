import { createInterface } from "node:readline";
import type { ExportedCollection } from "@genie/schema";
import type { Payload } from "../../directus.ts";
import type { Importer } from "./importer.ts";

export type ExportedRow = Payload & { id: string };

/** The rows of a collection as an export has them; a line that can't be read is left out. */
export async function* exportedRows(
  { opened, report, onRow }: Importer,
  { name, path }: ExportedCollection,
): AsyncGenerator<ExportedRow> {
  const file = `${path}.jsonl`;
  if (!opened.has(file)) return;
  const lines = createInterface({ input: await opened.read(file), crlfDelay: Infinity });
  let number = 0;
  for await (const line of lines) {
    number += 1;
    if (line === "") continue;
    const row = rowOf(line);
    if (row) yield row;
    else report.leftOut(name, `line ${number}`, "This line can't be read.");
    onRow();
  }
}

function rowOf(line: string): ExportedRow | null {
  try {
    const row: unknown = JSON.parse(line);
    const isRow =
      typeof row === "object" && row !== null && "id" in row && typeof row.id === "string";
    // Just looked at.
    return isRow ? (row as ExportedRow) : null;
  } catch {
    return null;
  }
}
