import { z } from "zod";
import { defineJob } from "./define-job.ts";

/** Reads a little of the account that the `media_jobs` row names, to see whether its platform can be read. */
export const verifyPlatform = defineJob({
  name: "verify-platform",
  queue: "scrape",
  payload: z.strictObject({ jobId: z.uuid() }),
  attempts: 1,
  dedupeId: ({ jobId }) => jobId,
});
