import type { Readable } from "node:stream";
import type { ExportedCollection } from "@genie/schema";
import type { Payload } from "../../directus.ts";
import type { Importer } from "./importer.ts";

export type ExportedRow = Payload & { id: string };

/** The rows of a collection as an export has them; a line that can't be read is left out. */
export async function* exportedRows(
  { opened, report, onRow }: Pick<Importer, "onRow" | "opened" | "report">,
  { name, path }: ExportedCollection,
): AsyncGenerator<ExportedRow> {
  const file = `${path}.jsonl`;
  if (!opened.has(file)) return;
  let number = 0;
  for await (const line of linesOf(await opened.read(file))) {
    number += 1;
    if (line === "") continue;
    const row = line === null ? null : rowOf(line);
    if (row) yield row;
    else report.leftOut(name, `line ${number}`, "This line can't be read.");
    onRow();
  }
}

/** Ids are kept for every row; one that an export has is a UUID. */
const longestId = 64;

function rowOf(line: string): ExportedRow | null {
  try {
    const row: unknown = JSON.parse(line);
    const id = typeof row === "object" && row !== null && "id" in row ? row.id : undefined;
    // Just looked at.
    return typeof id === "string" && id.length <= longestId ? (row as ExportedRow) : null;
  } catch {
    return null;
  }
}

/** Longer than any row that an export has. */
const longestLine = 16 * 1024 * 1024;

/** The lines of a text, null for each that is too long: that one is passed over and not kept. */
async function* linesOf(text: Readable): AsyncGenerator<string | null> {
  let pieces: Buffer[] = [];
  let length = 0;
  const add = (piece: Buffer) => {
    length += piece.length;
    if (length <= longestLine) pieces.push(piece);
    else pieces = [];
  };
  const take = () => {
    const line = length > longestLine ? null : Buffer.concat(pieces).toString();
    pieces = [];
    length = 0;
    return line;
  };
  for await (const chunk of text as AsyncIterable<Buffer>) {
    let start = 0;
    for (let end = chunk.indexOf("\n"); end !== -1; end = chunk.indexOf("\n", start)) {
      add(chunk.subarray(start, end));
      yield take();
      start = end + 1;
    }
    add(chunk.subarray(start));
  }
  if (length > 0) yield take();
}
