import { z } from "zod";
import { defineJob } from "./define-job.ts";

/** Makes a copy of the picture or video of a `media_jobs` row that an account may post, or of a size. */
export const compress = defineJob({
  name: "compress",
  queue: "media",
  payload: z.strictObject({ jobId: z.uuid() }),
  attempts: 3,
  dedupeId: ({ jobId }) => jobId,
});
