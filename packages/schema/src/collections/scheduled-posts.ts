import { z } from "zod";
import { defineCollection, type Item, ownRows } from "../dsl/collection.ts";
import * as f from "../dsl/field.ts";
import { postStates, statesOfTheGate } from "../post-states.ts";

const planned = [
  "creator_profile_id",
  "media_id",
  "media",
  "scheduled_for",
  "timezone",
  "status",
  "caption",
  "platform_specific_config",
  "late_policy",
] as const;

export const scheduledPosts = defineCollection({
  name: "scheduled_posts",
  note: "Posts to publish, and what became of them.",
  icon: "event",
  group: "publishing",
  fields: {
    id: f.primaryKey(),
    user_id: f.owner(),
    creator_profile_id: f.reference("creator_profiles", { required: true }),
    media_id: f.reference("scraped_media"),
    media: f.listThrough({
      junction: "scheduled_posts_media",
      here: "scheduled_posts_id",
      there: "scraped_media_id",
      target: "scraped_media",
    }),
    scheduled_for: f.timestamp({ index: true }),
    timezone: f.string({ default: "UTC", max: 64, note: "IANA time zone it was set in" }),
    status: f.choice(postStates, { default: "draft" }),
    caption: f.text(),
    platform_specific_config: f.json(z.record(z.string(), z.unknown())),
    late_policy: f.choice(["publish", "hold"], { default: "publish" }),
    recurrence: f.string({ max: 512, note: "RFC 5545 RRULE, reserved" }),
    series_id: f.string({ max: 36, note: "Reserved" }),
    generation: f.count({ default: 1, note: "Rises with each edit" }),
    claim_token: f.string({ max: 36 }),
    claimed_until: f.timestamp(),
    attempt_no: f.count({ default: 0 }),
    retry_at: f.timestamp({ note: "Not before this, when the platform asked to wait" }),
    published_at: f.timestamp(),
    platform_post_id: f.string(),
    permalink: f.string({ max: 2048 }),
    proof_file_id: f.file(),
    verified_at: f.timestamp(),
    still_live_at: f.timestamp(),
    error_message: f.text(),
    date_created: f.createdAt(),
    date_updated: f.updatedAt(),
  },
  indexes: [
    // With the id, because Directus takes a partial index on one column for its own.
    { columns: ["scheduled_for", "id"], where: "status = 'pending'" },
    { columns: ["claimed_until", "id"], where: "status IN ('publishing', 'unconfirmed')" },
  ],
  checks: {
    time_set: "status IN ('draft', 'cancelled') OR scheduled_for IS NOT NULL",
    proof_of_publish: "status <> 'published' OR published_at IS NOT NULL",
  },
  access: {
    creator: {
      rows: ownRows,
      read: [
        "id",
        ...planned,
        "recurrence",
        "series_id",
        "generation",
        "attempt_no",
        "retry_at",
        "published_at",
        "platform_post_id",
        "permalink",
        "proof_file_id",
        "verified_at",
        "still_live_at",
        "error_message",
        "date_created",
        "date_updated",
      ],
      create: planned,
      update: planned,
      delete: true,
      validation: { status: { _in: statesOfTheGate } },
    },
    worker: {
      rows: null,
      read: [
        "id",
        "user_id",
        ...planned,
        "generation",
        "attempt_no",
        "platform_post_id",
        "permalink",
      ],
    },
  },
});

export type ScheduledPost = Item<typeof scheduledPosts>;
