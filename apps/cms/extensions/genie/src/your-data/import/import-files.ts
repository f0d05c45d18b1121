import { exportedCollections } from "@genie/schema";
import { cutText } from "../../cut-text.ts";
import { diskOf } from "../../directus-storage.ts";
import { gateEnv } from "../../gate-env.ts";
import { sizeLimitOf } from "../../uploads/size-limit.ts";
import { sniffMedia } from "../../uploads/sniff-media.ts";
import { type ExportedRow, exportedRows } from "./exported-rows.ts";
import { importedId } from "./imported-id.ts";
import { type Importer, noteHere } from "./importer.ts";
import { ownRow } from "./own-row.ts";

const name = "directus_files";
/** Of a title or a name, as the columns have it. */
const mostCharacters = 255;

/** Stores the pictures and videos of an export, each after the look at its bytes that uploads get. */
export async function importFiles(importer: Importer): Promise<void> {
  const collection = exportedCollections.find((exported) => exported.name === name);
  if (!collection) return;
  for await (const row of exportedRows(importer, collection)) {
    try {
      await importFile(importer, row);
    } catch (error) {
      importer.report.leftOut(name, row.id, error);
    }
  }
}

async function importFile(importer: Importer, row: ExportedRow): Promise<void> {
  const { context, schema, user, accountability, opened, report } = importer;
  const { database, services } = context;
  const own = await ownRow(database, name, { owner: user }, row.id);
  if (own && own["filesize"] !== null) {
    noteHere(importer, name, row.id, own.id);
    return report.wasHere(name);
  }
  const id = importedId(user, name, row.id);
  const stored = await database(name)
    .where({ id, owner: user })
    .first<{ filesize: string | null; storage: string } | undefined>("filesize", "storage");
  const files = new services.FilesService({ schema, accountability });
  if (stored && stored.filesize !== null) {
    noteHere(importer, name, row.id, id);
    return report.wasHere(name);
  }
  if (stored) {
    // What an import that was cut off has begun.
    const disk = await diskOf(stored.storage);
    for await (const found of disk.list(id)) await disk.delete(found);
    await files.deleteOne(id);
  }
  const path = typeof row["path"] === "string" ? row["path"] : "";
  if (!opened.has(path)) {
    return report.leftOut(name, row.id, "Its picture or video is not in the file.");
  }
  const filename = cutText(textOf(row["filename_download"]) ?? "file", mostCharacters);
  const { maxUploadBytes } = gateEnv(context.env);
  const source = await opened.read(path);
  try {
    const media = await sniffMedia(source, filename, maxUploadBytes);
    if (opened.size(path) > sizeLimitOf(media.type, maxUploadBytes).bytes) {
      return report.leftOut(name, row.id, "It is larger than what can be uploaded here.");
    }
    await files.uploadOne(media.stream, {
      id,
      owner: user,
      title: cutText(textOf(row["title"]) ?? filename, mostCharacters),
      description: textOf(row["description"]),
      filename_download: media.filename,
      type: media.type,
    });
  } finally {
    // One that is not read to its end keeps the whole import on the disk, also when that is unlinked.
    source.destroy();
  }
  noteHere(importer, name, row.id, id);
  report.cameIn(name);
}

const textOf = (value: unknown): string | null => (typeof value === "string" ? value : null);
