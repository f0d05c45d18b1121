import { z } from "zod";
import { defineJob } from "./define-job.ts";

/** Cuts a short clip out of a video, or shows less of a picture, as the `media_jobs` row says. */
export const teaser = defineJob({
  name: "teaser",
  queue: "media",
  payload: z.strictObject({ jobId: z.uuid() }),
  attempts: 3,
  dedupeId: ({ jobId }) => jobId,
});
