import { buffer } from "node:stream/consumers";
import type { Knex } from "knex";
import { diskOf } from "../directus-storage.ts";
import {
  examineHead,
  longestHeadBytes,
  type MediaHead,
  unreadable,
} from "../uploads/examine-head.ts";
import { sizeLimitOf } from "../uploads/size-limit.ts";
import type { UploadRow } from "./upload-row.ts";

/** Looks at the first bytes of an upload. */
export async function examineUpload(
  { title, filesize }: UploadRow,
  head: Buffer,
  maxUploadBytes: number,
): Promise<MediaHead> {
  const media = await examineHead(head, title);
  const limit = sizeLimitOf(media.type, maxUploadBytes);
  if (Number(filesize) > limit.bytes) throw limit.tooLarge(title);
  return media;
}

/** The same with what is stored, when it is whole: parts may have come in any size. Now it is called what it is. */
export async function examineWhole(
  database: Knex,
  upload: UploadRow,
  maxUploadBytes: number,
): Promise<MediaHead> {
  const disk = await diskOf(upload.storage);
  const end = Math.min(longestHeadBytes, Number(upload.filesize)) - 1;
  const head = await buffer(await disk.read(upload.filename_disk, { range: { start: 0, end } }));
  const media = await examineUpload(upload, head, maxUploadBytes);
  if (!media.isMeasured) throw unreadable(upload.title);
  await database("directus_files")
    .where("id", upload.id)
    .update({
      type: media.type,
      filename_download: database.raw("regexp_replace(filename_download, '[.][a-z0-9]+$', ?)", [
        `.${media.extension}`,
      ]),
    });
  return media;
}
