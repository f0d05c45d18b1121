import { z } from "zod";
import { defineJob } from "./define-job.ts";

/** Makes a copy of the file of a `media_jobs` row that says nothing beside the picture. */
export const stripMetadata = defineJob({
  name: "strip-metadata",
  queue: "media",
  payload: z.strictObject({ jobId: z.uuid() }),
  attempts: 3,
  dedupeId: ({ jobId }) => jobId,
});
