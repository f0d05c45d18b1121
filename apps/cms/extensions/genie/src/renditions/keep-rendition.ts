import { buffer } from "node:stream/consumers";
import { Readable } from "node:stream";
import type { RenditionSize } from "@genie/schema";
import type { Context, GateRequest } from "../directus.ts";
import { diskOf } from "../directus-storage.ts";
import { refusal } from "../refusals.ts";
import { storeWhole } from "../store-whole.ts";
import { readStoredFile, renditionFile, requireStoredFile } from "./stored-file.ts";

const mostBytes = 8 * 1024 * 1024;

/** Keeps a small picture beside its file, in the place of one that was there. */
export async function keepRendition(
  { database }: Pick<Context, "database">,
  request: GateRequest,
  { file: id, size }: { file: string; size: RenditionSize },
): Promise<object> {
  const { storage } = await requireStoredFile(database, id);
  if (Number(request.headers["content-length"] ?? Infinity) > mostBytes) {
    throw refusal("INVALID_PAYLOAD", "A small picture has 8 MB at most. Nothing was kept.");
  }
  const bytes = await buffer(request);
  if (!isWebp(bytes)) {
    throw refusal("INVALID_PAYLOAD", "A small picture is WebP. Nothing was kept.");
  }
  const disk = await diskOf(storage);
  const path = renditionFile(id, size);
  await storeWhole(disk, {
    path,
    partPath: `${path}.part`,
    type: "image/webp",
    stream: Readable.from([bytes]),
  });
  // Deleted meanwhile: nobody would delete this any more.
  if (!(await readStoredFile(database, id))) await disk.delete(path);
  return {};
}

const isWebp = (bytes: Buffer) =>
  bytes.toString("latin1", 0, 4) === "RIFF" && bytes.toString("latin1", 8, 12) === "WEBP";
