import { buffer } from "node:stream/consumers";
import type { Knex } from "knex";
import { diskOf } from "../directus-storage.ts";
import { refusal } from "../refusals.ts";
import {
  examineHead,
  longestHeadBytes,
  maxPictureBytes,
  type MediaHead,
  unreadable,
} from "../uploads/examine-head.ts";
import { describeLimit } from "./first-metadata.ts";
import type { UploadRow } from "./upload-row.ts";

/** Looks at the first bytes of an upload. */
export async function examineUpload(
  { title, filesize }: UploadRow,
  head: Buffer,
): Promise<MediaHead> {
  const media = await examineHead(head, title);
  if (media.type.startsWith("image/") && Number(filesize) > maxPictureBytes) {
    throw refusal(
      "INVALID_PAYLOAD",
      `${title} is larger than ${describeLimit(maxPictureBytes)}, the most that a picture may have. Make it smaller and upload it again. Nothing was saved.`,
    );
  }
  return media;
}

/** The same with what is stored, when it is whole: parts may have come in any size. Now it is called what it is. */
export async function examineWhole(database: Knex, upload: UploadRow): Promise<MediaHead> {
  const disk = await diskOf(upload.storage);
  const end = Math.min(longestHeadBytes, Number(upload.filesize)) - 1;
  const head = await buffer(await disk.read(upload.filename_disk, { range: { start: 0, end } }));
  const media = await examineUpload(upload, head);
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
