import { z } from "zod";
import { defineJob } from "./define-job.ts";

/** Makes a watermarked copy of the media that the `media_jobs` row names. */
export const watermark = defineJob({
  name: "watermark",
  queue: "media",
  payload: z.strictObject({ jobId: z.uuid() }),
  attempts: 3,
  dedupeId: ({ jobId }) => jobId,
});
