import type { WorkerJob, WorkerProfile } from "@genie/directus-client";
import { AppError } from "@genie/errors";
import type { Handlers } from "@genie/jobs";
import type { Logger } from "@genie/logger";
import { fitImage, type ImageLimit } from "@genie/media";
import { type Adapter, limitsOf } from "@genie/platforms";
import { requireAdapter } from "@genie/platforms/adapters";
import type { LibraryRecords } from "../library/library-records.ts";
import { copyPicture } from "./copy-picture.ts";
import type { JobRecords } from "./job-records.ts";
import { workOnJob } from "./work-on-job.ts";

type CompressServices = {
  jobs: JobRecords;
  library: LibraryRecords;
  readProfile: (id: string) => Promise<WorkerProfile | null>;
  adapters: ReadonlyMap<string, Adapter>;
  log: Logger;
};

/** Makes a copy of a picture that an account's platform takes, as an entry of its own in the library. */
export function compressHandler(services: CompressServices): Handlers["compress"] {
  return (run) =>
    workOnJob(services, run, async (job, progress) => {
      const limit = await limitFor(services, job);
      const make = (original: Buffer) => fitImage(original, limit);
      return copyPicture(services, { job, progress, named: "fitted", make });
    });
}

async function limitFor(
  { readProfile, adapters }: CompressServices,
  job: WorkerJob,
): Promise<ImageLimit> {
  const profile = job.profileId === null ? null : await readProfile(job.profileId);
  if (profile === null) {
    throw new AppError("not_found", "The account that it was for was removed. No copy was made.");
  }
  const { platform } = requireAdapter(adapters, profile.platform);
  const { image } = limitsOf(platform, profile.platformLimits).media;
  if (image !== undefined) return image;
  throw new AppError("invalid_input", `${platform.name} takes no pictures. Nothing was made.`);
}
