import type { Handlers } from "@genie/jobs";
import type { Logger } from "@genie/logger";
import { watermarkImage } from "@genie/media";
import { WatermarkOptions } from "@genie/schema";
import type { LibraryRecords } from "../library/library-records.ts";
import { copyPicture } from "./copy-picture.ts";
import type { JobRecords } from "./job-records.ts";
import { workOnJob } from "./work-on-job.ts";

/** Makes a watermarked copy of a picture, as an entry of its own in the library. */
export function watermarkHandler(services: {
  jobs: JobRecords;
  library: LibraryRecords;
  log: Logger;
}): Handlers["watermark"] {
  return (run) =>
    workOnJob(services, run, async (job, progress) => {
      const { text = "", ...options } = WatermarkOptions.parse(job.options);
      const make = (original: Buffer) => watermarkImage(original, { ...options, text });
      return copyPicture(services, { job, progress, named: "watermarked", make });
    });
}
