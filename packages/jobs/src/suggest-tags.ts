import { z } from "zod";
import { defineJob } from "./define-job.ts";

/** Asks a language model for tags of the entry that the `media_jobs` row names. Its owner waits for it. */
export const suggestTags = defineJob({
  name: "suggest-tags",
  queue: "people",
  payload: z.strictObject({ jobId: z.uuid() }),
  attempts: 3,
  dedupeId: ({ jobId }) => jobId,
});
