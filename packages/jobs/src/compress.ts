import { z } from "zod";
import { defineJob } from "./define-job.ts";

/** Makes a copy of the picture of a `media_jobs` row that the row's account may post. */
export const compress = defineJob({
  name: "compress",
  queue: "media",
  payload: z.strictObject({ jobId: z.uuid() }),
  attempts: 3,
  dedupeId: ({ jobId }) => jobId,
});
