import { z } from "zod";
import { defineJob, type QueueName } from "./define-job.ts";

/** The queue of a platform's posts. */
export const publishQueue = (platform: string): QueueName => `publish-${platform}`;

/**
 * Sends a post at its time. Tried once: whether it is tried again is decided by the post's row. A job
 * of an older generation is harmless, because the claim asks the row, not the job; so is one that an
 * older release left in the queue `publish`, since the sweep wakes its post anew.
 */
export const publishPost = defineJob({
  name: "publish-post",
  queue: ({ platform }: { platform: string }) => publishQueue(platform),
  payload: z.strictObject({
    postId: z.uuid(),
    generation: z.int(),
    /** How often the post was taken up before: a next try is a job of its own. */
    attempt: z.int().nonnegative().default(0),
    platform: z.string(),
    profileId: z.uuid(),
  }),
  attempts: 1,
  dedupeId: ({ postId, generation, attempt }) => `${postId}-g${generation}-a${attempt}`,
});
