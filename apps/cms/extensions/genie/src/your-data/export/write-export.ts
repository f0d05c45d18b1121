import {
  type ExportedCollection,
  exportedCollections,
  exportFormat,
  type ExportManifest,
  type ExportResult,
  manifestPath,
} from "@genie/schema";
import type { Knex } from "knex";
import { diskOf } from "../../directus-storage.ts";
import { csvRow } from "./csv-row.ts";
import { nameFiles } from "./name-files.ts";
import type { Archive } from "./open-archive.ts";
import { ownedRows } from "./owned-rows.ts";
import { weighExport } from "./weigh-export.ts";
import { readMe } from "./read-me.ts";

type NameFile = ReturnType<typeof nameFiles>;
type StoredFile = {
  id: string;
  filename_download: string | null;
  filename_disk: string | null;
  storage: string;
};

/** Writes everything that a person owns into an archive, the manifest last. `onProgress` gets whole per cent. */
export async function writeExport(
  database: Knex,
  owner: string,
  archive: Archive,
  onProgress: (percent: number) => void,
): Promise<ExportResult> {
  const madeAt = new Date();
  const weight = await weighExport(database, owner, onProgress);
  const nameFile = nameFiles("library/media");
  const rows: Record<string, number> = {};

  await archive.add("README.txt", textOf(readMe(exportedCollections, madeAt)));
  for (const collection of exportedCollections) {
    const { name, path } = collection;
    const count = weight.counts.get(name) ?? 0;
    rows[name] = 0;
    if (count === 0) continue;
    const read = () => rowsOf(database, collection, owner, nameFile);
    const counted = counting(read(), () => {
      rows[name] = (rows[name] ?? 0) + 1;
      weight.addRow();
    });
    await archive.add(`${path}.jsonl`, lines(counted));
    await archive.add(`${path}.csv`, table(columnsOf(collection), read()));
  }

  const missing: ExportManifest["missing"] = [];
  let files = 0;
  for await (const file of storedFiles(database, owner)) {
    const content = await openStored(file);
    if (content === null) missing.push({ id: file.id, name: nameOf(file) });
    else {
      await archive.add(nameFile({ id: file.id, name: nameOf(file) }), content, { asIs: true });
      files += 1;
    }
    weight.addFile(archive.entries.at(-1)?.size_bytes ?? 0);
  }

  const manifest: ExportManifest = {
    format: exportFormat.name,
    version: exportFormat.version,
    made_at: madeAt.toISOString(),
    rows,
    files,
    missing,
    entries: archive.entries,
  };
  await archive.add(manifestPath, textOf(`${JSON.stringify(manifest, null, 1)}\n`));
  archive.end();
  return {
    rows: Object.values(rows).reduce((sum, count) => sum + count, 0),
    files,
    missing: missing.length,
    size_bytes: archive.entries.reduce((sum, { size_bytes: size }) => sum + size, 0),
  };
}

const filesName = "directus_files";

const columnsOf = ({ name, fields }: ExportedCollection): readonly string[] =>
  name === filesName ? [...fields, "path"] : fields;

async function* rowsOf(
  database: Knex,
  collection: ExportedCollection,
  owner: string,
  nameFile: NameFile,
): AsyncGenerator<Record<string, unknown>> {
  for await (const row of ownedRows(database, collection, owner, collection.fields)) {
    yield collection.name === filesName
      ? { ...row, path: nameFile({ id: String(row["id"]), name: nameOf(row) }) }
      : row;
  }
}

const nameOf = ({ filename_download: name }: { filename_download?: unknown }) =>
  typeof name === "string" ? name : "file";

async function* storedFiles(database: Knex, owner: string): AsyncGenerator<StoredFile> {
  const files = { name: filesName, ownerField: "owner" };
  const fields = ["id", "filename_download", "filename_disk", "storage"];
  for await (const row of ownedRows(database, files, owner, fields)) {
    // The very columns that were asked for.
    yield row as StoredFile;
  }
}

async function openStored({ storage, filename_disk: path }: StoredFile) {
  const disk = await diskOf(storage);
  return path !== null && (await disk.exists(path)) ? disk.read(path) : null;
}

async function* counting<Row>(rows: AsyncIterable<Row>, onRow: () => void): AsyncGenerator<Row> {
  for await (const row of rows) {
    onRow();
    yield row;
  }
}

async function* lines(rows: AsyncIterable<unknown>): AsyncGenerator<string> {
  for await (const row of rows) yield `${JSON.stringify(row)}\n`;
}

async function* table(
  columns: readonly string[],
  rows: AsyncIterable<Record<string, unknown>>,
): AsyncGenerator<string> {
  // Without it Excel takes UTF-8 for something else.
  yield `\uFEFF${csvRow(columns)}`;
  for await (const row of rows) yield csvRow(columns.map((column) => row[column]));
}

async function* textOf(text: string): AsyncGenerator<string> {
  yield text;
}
