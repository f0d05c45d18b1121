import { z } from "zod";
import { defineJob } from "./define-job.ts";

/** A profile's schedule came due: makes the `media_jobs` row that `scrape-profile` then works on. */
export const startScrape = defineJob({
  name: "start-scrape",
  queue: "scrape",
  payload: z.strictObject({ profileId: z.uuid() }),
  attempts: 3,
  dedupeId: ({ profileId }) => profileId,
});
