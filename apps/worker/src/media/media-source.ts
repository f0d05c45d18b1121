import type { SourceMedia } from "@genie/directus-client";
import { AppError } from "@genie/errors";
import { mediaKindOf } from "@genie/platforms";
import type { LibraryRecords } from "../library/library-records.ts";

/** An entry that there is something to work on of; of several files it is the first. */
export type MediaSource = SourceMedia & { file: NonNullable<SourceMedia["file"]> };

/** Throws when the entry is gone or has no picture or video. */
export async function requireSource(
  { readSource }: Pick<LibraryRecords, "readSource">,
  mediaId: string | null,
): Promise<MediaSource> {
  const source = mediaId === null ? null : await readSource(mediaId);
  if (source === null) {
    throw new AppError("not_found", "The entry was removed from the library. No copy was made.");
  }
  const { file } = source;
  if (file === null) {
    throw new AppError(
      "invalid_input",
      "This entry has no file, so there is nothing to work on. Upload it and try again.",
    );
  }
  if (mediaKindOf(file.mime) === null) {
    throw new AppError(
      "invalid_input",
      "Only pictures and videos can be worked on, and this is neither. Nothing was made.",
    );
  }
  return { ...source, file };
}
