import { mediaOptions } from "@genie/schema";
import { z } from "zod";
import type { JobDefinition, QueueName } from "./define-job.ts";
import { compress } from "./compress.ts";
import { deletePost } from "./delete-post.ts";
import { scrapeProfile } from "./scrape-profile.ts";
import { stripMetadata } from "./strip-metadata.ts";
import { suggestTags } from "./suggest-tags.ts";
import { teaser } from "./teaser.ts";
import { verifyPlatform } from "./verify-platform.ts";
import { watermark } from "./watermark.ts";

/** A kind of `media_jobs` row that people and programs may ask for. */
export type JobType = {
  definition: JobDefinition<z.ZodObject<{ jobId: z.ZodUUID }>> & { queue: QueueName };
  /** What may stand in the row's `payload`. */
  options: z.ZodType<Record<string, unknown>>;
  /**
   * What the job is about: an account that is signed in to (`creator_profile_id`), an entry of the library
   * with a picture or video (`input_media_id`), such an entry that is to fit an account or a size
   * (`creator_profile_id` or `target_mb`), any entry (`input_media_id`), or a post that is out (`post_id`).
   */
  subject: "account" | "entry" | "medium" | "medium_to_fit" | "post";
};

/** By `media_jobs.job_type`. */
export const jobTypes = {
  scrape_profile: {
    definition: scrapeProfile,
    options: z.strictObject({}),
    subject: "account",
  },
  watermark: { definition: watermark, options: mediaOptions.watermark, subject: "medium" },
  teaser: { definition: teaser, options: mediaOptions.teaser, subject: "medium" },
  compress: { definition: compress, options: mediaOptions.compress, subject: "medium_to_fit" },
  strip_metadata: {
    definition: stripMetadata,
    options: mediaOptions.strip_metadata,
    subject: "medium",
  },
  classify: { definition: suggestTags, options: z.strictObject({}), subject: "entry" },
  delete_post: { definition: deletePost, options: z.strictObject({}), subject: "post" },
  verify_platform: {
    definition: verifyPlatform,
    options: z.strictObject({}),
    subject: "account",
  },
} as const satisfies Record<string, JobType>;
