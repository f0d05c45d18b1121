import { RemovedMetadata } from "@genie/schema";
import type { Context, GateRequest } from "../directus.ts";
import { diskOf } from "../directus-storage.ts";
import { refusal } from "../refusals.ts";
import { requireStoredFile } from "../renditions/stored-file.ts";
import { storeWhole } from "../store-whole.ts";
import { receiveFile } from "./receive-file.ts";
import { sniffMedia } from "./sniff-media.ts";

/** How much longer a file may become that is written anew; of a video its index may grow. */
const growth = 1.05;

/**
 * Puts other bytes of the same type in the place of a stored file: what is left when its metadata is taken
 * out. The old ones stay until all of the new ones have arrived.
 */
export async function replaceFile(
  { database }: Pick<Context, "database">,
  request: GateRequest,
  { id, maxUploadBytes }: { id: string; maxUploadBytes: number },
): Promise<object> {
  const file = await requireStoredFile(database, id);
  const disk = await diskOf(file.storage);
  const most = Math.round(maxUploadBytes * growth);
  return receiveFile(request, async ({ stream, fields }) => {
    const removed = readRemoved(fields["removed_metadata"]);
    const media = await sniffMedia(stream, "This file without its metadata", most);
    if (media.type !== file.type) {
      throw refusal("INVALID_PAYLOAD", "A file keeps its type. Nothing was changed.");
    }
    const filesize = await storeWhole(disk, {
      path: file.filename_disk,
      partPath: `${id}__content.part`,
      type: media.type,
      stream: media.stream,
    });
    const changed = await database("directus_files")
      .where({ id })
      .update({ filesize, removed_metadata: JSON.stringify(removed) });
    // Deleted meanwhile: nobody would delete this any more.
    if (changed === 0) await disk.delete(file.filename_disk);
    return { id, filesize };
  });
}

function readRemoved(text = ""): string[] {
  try {
    return RemovedMetadata.parse(JSON.parse(text));
  } catch {
    throw refusal(
      "INVALID_PAYLOAD",
      "Say what was taken out, before the file. Nothing was changed.",
    );
  }
}
