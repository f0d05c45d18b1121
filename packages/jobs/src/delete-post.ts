import { z } from "zod";
import { defineJob } from "./define-job.ts";

/** Deletes the post that the `media_jobs` row names on its platform. Its owner waits for it. */
export const deletePost = defineJob({
  name: "delete-post",
  queue: "people",
  payload: z.strictObject({ jobId: z.uuid() }),
  attempts: 3,
  dedupeId: ({ jobId }) => jobId,
});
