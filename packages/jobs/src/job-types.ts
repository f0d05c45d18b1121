import { z } from "zod";
import type { JobDefinition, QueueName } from "./define-job.ts";
import { scrapeProfile } from "./scrape-profile.ts";
import { verifyPlatform } from "./verify-platform.ts";
import { watermark, WatermarkOptions } from "./watermark.ts";

/** A kind of `media_jobs` row that people and programs may ask for. */
export type JobType = {
  definition: JobDefinition<z.ZodObject<{ jobId: z.ZodUUID }>> & { queue: QueueName };
  /** What may stand in the row's `payload`. */
  options: z.ZodType<Record<string, unknown>>;
  /** The column that names what the job is about. */
  subject: "creator_profile_id" | "input_media_id";
};

/** By `media_jobs.job_type`. */
export const jobTypes = {
  scrape_profile: {
    definition: scrapeProfile,
    options: z.strictObject({}),
    subject: "creator_profile_id",
  },
  watermark: { definition: watermark, options: WatermarkOptions, subject: "input_media_id" },
  verify_platform: {
    definition: verifyPlatform,
    options: z.strictObject({}),
    subject: "creator_profile_id",
  },
} as const satisfies Record<string, JobType>;
