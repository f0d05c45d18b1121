import type { Logger } from "@genie/logger";
import type { LibraryRecords } from "./library-records.ts";

type Services = { library: Pick<LibraryRecords, "deleteUnused">; log: Logger };

/** Does what the files are stored for. When that fails they are deleted again, so that none is left over. */
export async function deletingOnFailure<Result>(
  services: Services,
  fileIds: readonly string[],
  work: () => Promise<Result>,
): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    await deleteUnused(services, fileIds);
    throw error;
  }
}

/**
 * Deletes those of these files that no entry has: an entry may be there although its answer was lost.
 * Never throws: what could not be deleted is in the log, and the next reading of the account takes it up.
 */
export async function deleteUnused(
  { library, log }: Services,
  fileIds: readonly string[],
): Promise<void> {
  if (fileIds.length === 0) return;
  try {
    await library.deleteUnused(fileIds);
  } catch (err) {
    log.error({ err, fileIds }, "files without an entry are left over");
  }
}
