import { buffer } from "node:stream/consumers";
import type { SourceMedia, WorkerJob } from "@genie/directus-client";
import { AppError } from "@genie/errors";
import type { Logger } from "@genie/logger";
import type { Picture } from "@genie/media";
import { deletingOnFailure } from "../library/keep-files.ts";
import type { LibraryRecords } from "../library/library-records.ts";
import type { JobDone } from "./job-records.ts";
import type { ReportProgress } from "./report-progress.ts";

const maxBytes = 50 * 1024 * 1024;

type Copying = {
  job: WorkerJob;
  progress: ReportProgress;
  /** What its file's name begins with. */
  named: string;
  make: (original: Buffer) => Promise<Picture>;
};

/** Makes another picture of the job's, as an entry of its own in the library that knows where it is from. */
export async function copyPicture(
  services: { library: LibraryRecords; log: Logger },
  { job, progress, named, make }: Copying,
): Promise<JobDone> {
  const { library } = services;
  const source = await requireSource(library, job.inputMediaId);
  const original = await buffer(await library.openFile(source.file.id));
  await progress(20);
  const picture = await make(original);
  await progress(60);
  const fileId = await library.upload({
    ownerId: source.ownerId,
    name: `${named}-${source.file.name}`,
    bytes: new Blob([new Uint8Array(picture.bytes)], { type: picture.mime }),
  });
  const made = await deletingOnFailure(services, [fileId], () =>
    library.add({
      ownerId: source.ownerId,
      profileId: source.profileId,
      source: "derived",
      derivedFrom: source.id,
      mediaType: "image",
      fileIds: [fileId],
      caption: source.caption,
      altText: source.altText,
      tags: source.tags,
      width: picture.width,
      height: picture.height,
    }),
  );
  if (made === "exists") throw new Error("A copy has no post, so it can't be there already.");
  const { width, height } = picture;
  return { result: { media_id: made.id, width, height }, outputMediaId: made.id };
}

type PictureSource = SourceMedia & { file: NonNullable<SourceMedia["file"]> };

async function requireSource(
  library: LibraryRecords,
  mediaId: string | null,
): Promise<PictureSource> {
  const source = mediaId === null ? null : await library.readSource(mediaId);
  if (source === null) {
    throw new AppError("not_found", "The picture was removed from the library. No copy was made.");
  }
  const { file } = source;
  if (file === null) {
    throw new AppError(
      "invalid_input",
      "This entry has no file, so there is nothing to work on. Upload the picture and try again.",
    );
  }
  if (!file.mime.startsWith("image/")) {
    throw new AppError(
      "invalid_input",
      "Only pictures can be worked on here, and this is none. Nothing was made.",
    );
  }
  if (file.sizeBytes > maxBytes) {
    throw new AppError(
      "invalid_input",
      "This picture is larger than 50 MB. Nothing was made; try a smaller copy of it.",
    );
  }
  return { ...source, file };
}
