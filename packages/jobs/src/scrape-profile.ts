import { z } from "zod";
import { defineJob } from "./define-job.ts";

/** Reads figures and posts of the profile that the `media_jobs` row names. */
export const scrapeProfile = defineJob({
  name: "scrape-profile",
  queue: "scrape",
  payload: z.strictObject({ jobId: z.uuid() }),
  attempts: 3,
  dedupeId: ({ jobId }) => jobId,
});
