import { WatermarkOptions } from "@genie/schema";
import { z } from "zod";
import type { JobDefinition, QueueName } from "./define-job.ts";
import { compress } from "./compress.ts";
import { deletePost } from "./delete-post.ts";
import { scrapeProfile } from "./scrape-profile.ts";
import { verifyPlatform } from "./verify-platform.ts";
import { watermark } from "./watermark.ts";

/** A kind of `media_jobs` row that people and programs may ask for. */
export type JobType = {
  definition: JobDefinition<z.ZodObject<{ jobId: z.ZodUUID }>> & { queue: QueueName };
  /** What may stand in the row's `payload`. */
  options: z.ZodType<Record<string, unknown>>;
  /**
   * What the job is about: an account that is signed in to (`creator_profile_id`), a picture
   * (`input_media_id`), a picture that is meant for an account (both), or a post that is out (`post_id`).
   */
  subject: "account" | "picture" | "picture_for_account" | "post";
};

/** By `media_jobs.job_type`. */
export const jobTypes = {
  scrape_profile: {
    definition: scrapeProfile,
    options: z.strictObject({}),
    subject: "account",
  },
  watermark: { definition: watermark, options: WatermarkOptions, subject: "picture" },
  compress: { definition: compress, options: z.strictObject({}), subject: "picture_for_account" },
  delete_post: { definition: deletePost, options: z.strictObject({}), subject: "post" },
  verify_platform: {
    definition: verifyPlatform,
    options: z.strictObject({}),
    subject: "account",
  },
} as const satisfies Record<string, JobType>;
