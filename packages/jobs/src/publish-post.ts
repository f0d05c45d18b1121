import { z } from "zod";
import { defineJob } from "./define-job.ts";

/**
 * Sends a post at its time. Tried once: whether it is tried again is decided by the post's row. A job
 * of an older generation is harmless, because the claim asks the row, not the job.
 */
export const publishPost = defineJob({
  name: "publish-post",
  queue: "publish",
  payload: z.strictObject({
    postId: z.uuid(),
    generation: z.int(),
    /** How often the post was taken up before: a next try is a job of its own. */
    attempt: z.int().nonnegative().default(0),
  }),
  attempts: 1,
  dedupeId: ({ postId, generation, attempt }) => `${postId}-g${generation}-a${attempt}`,
});
