import type { Context } from "../directus.ts";
import { diskOf } from "../directus-storage.ts";
import type { UploadRow } from "./upload-row.ts";

/** Removes an upload with what was stored of it. Nobody has heard of it yet, so nobody is told. */
export async function discardUpload(
  { services, getSchema, logger }: Context,
  { id, filename_disk: path, storage, tus_data: upload }: UploadRow,
): Promise<void> {
  try {
    const disk = await diskOf(storage);
    // What is whole is an object of a bucket, what is not are parts of none, as it is until they are put together.
    if (upload.offset === upload.size && (await disk.exists(path))) await disk.delete(path);
    else await disk.deleteChunkedUpload(path, upload);
  } catch (error) {
    logger.warn({ err: error, fileId: id }, "what was stored of an upload could not be removed");
  }
  const files = new services.ItemsService("directus_files", {
    schema: await getSchema(),
    accountability: null,
  });
  await files.deleteOne(id, { emitEvents: false });
}
