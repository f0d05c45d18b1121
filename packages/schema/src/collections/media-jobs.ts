import { z } from "zod";
import { defineCollection, type Item, ownRows } from "../dsl/collection.ts";
import * as f from "../dsl/field.ts";

export const mediaJobs = defineCollection({
  name: "media_jobs",
  note: "Work of the queues, as it runs",
  icon: "pending_actions",
  group: "workshop",
  fields: {
    id: f.primaryKey(),
    user_id: f.owner(),
    job_type: f.choice(
      [
        "scrape_profile",
        "watermark",
        "teaser",
        "publish_post",
        "compress",
        "strip_metadata",
        "classify",
      ],
      { required: true },
    ),
    queue_name: f.string({ max: 64 }),
    bull_job_id: f.string(),
    status: f.choice(["queued", "active", "completed", "failed"], {
      default: "queued",
      index: true,
    }),
    progress: f.integer({ default: 0, check: "{} BETWEEN 0 AND 100" }),
    attempts: f.count({ default: 0 }),
    requeues: f.count({ default: 0, note: "How often a sweep put it back into its queue" }),
    creator_profile_id: f.reference("creator_profiles", { onDelete: "CASCADE" }),
    post_id: f.reference("scheduled_posts", { onDelete: "CASCADE" }),
    input_media_id: f.reference("scraped_media"),
    output_media_id: f.reference("scraped_media"),
    payload: f.json(z.record(z.string(), z.unknown())),
    result: f.json(z.record(z.string(), z.unknown())),
    error: f.text(),
    created_at: f.createdAt(),
    started_at: f.timestamp(),
    completed_at: f.timestamp(),
  },
  // A post has one row for each of its generations.
  unique: [["post_id", "bull_job_id"]],
  indexes: [{ columns: ["user_id", "created_at"] }],
  access: {
    creator: {
      rows: ownRows,
      read: [
        "id",
        "job_type",
        "queue_name",
        "status",
        "progress",
        "attempts",
        "creator_profile_id",
        "post_id",
        "input_media_id",
        "output_media_id",
        "payload",
        "result",
        "error",
        "created_at",
        "started_at",
        "completed_at",
      ],
      // The gate sets the queue, whatever the caller sends.
      create: ["job_type", "queue_name", "creator_profile_id", "input_media_id", "payload"],
    },
    worker: {
      rows: null,
      read: [
        "id",
        "user_id",
        "job_type",
        "queue_name",
        "bull_job_id",
        "status",
        "progress",
        "attempts",
        "creator_profile_id",
        "post_id",
        "input_media_id",
        "output_media_id",
        "payload",
        "created_at",
      ],
      // A schedule of a profile comes due: the row is what the queue then works on.
      create: ["job_type", "queue_name", "creator_profile_id", "input_media_id", "payload"],
      update: [
        "queue_name",
        "bull_job_id",
        "status",
        "progress",
        "attempts",
        "output_media_id",
        "result",
        "error",
        "started_at",
        "completed_at",
      ],
    },
  },
});

export type MediaJob = Item<typeof mediaJobs>;
