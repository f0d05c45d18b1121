import type { Logger } from "@genie/logger";
import type { LibraryRecords } from "./library-records.ts";

type Services = { library: LibraryRecords; log: Logger };

/** Does what the files are stored for. When that fails they are deleted again, so that none is left over. */
export async function deletingOnFailure<Result>(
  services: Services,
  fileIds: readonly string[],
  work: () => Promise<Result>,
): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    await deleteFiles(services, fileIds);
    throw error;
  }
}

/** Deletes stored files. Never throws: one that could not be deleted is in the log. */
export async function deleteFiles(
  { library, log }: Services,
  fileIds: readonly string[],
): Promise<void> {
  for (const fileId of fileIds) {
    try {
      await library.deleteFile(fileId);
    } catch (err) {
      log.error({ err, fileId }, "a file without an entry is left over");
    }
  }
}
