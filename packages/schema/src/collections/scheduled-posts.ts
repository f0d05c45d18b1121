import { z } from "zod";
import { defineCollection, type Item, ownRows } from "../dsl/collection.ts";
import * as f from "../dsl/field.ts";
import { contentRatings } from "../content-ratings.ts";
import { postStates, statesOfTheGate } from "../post-states.ts";

/** Said once, when it is made. */
const saidOnce = ["idempotency_key"] as const;
const planned = [
  "creator_profile_id",
  "media_id",
  "media",
  "scheduled_for",
  "timezone",
  "status",
  "caption",
  "rating",
  "group_id",
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
    rating: f.choice(contentRatings, { default: "general", note: "How far it goes" }),
    group_id: f.string({ max: 36, index: true, note: "Of posts that were written as one" }),
    idempotency_key: f.string({
      max: 64,
      note: "Of the one who made it, one for each time that she wants it: with the same, no second is made for its account",
    }),
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
    still_live_at: f.timestamp({ note: "When it was last seen on the platform" }),
    missing_since: f.timestamp({ note: "When a look at the platform first did not find it" }),
    taken_down_at: f.timestamp({ note: "When it was found to be gone from the platform" }),
    removed_at: f.timestamp({ note: "When we deleted it on the platform, as its owner wanted" }),
    live_check_at: f.timestamp({ note: "When to look next whether it is still there" }),
    asked_at: f.timestamp({ note: "Since when its owner has to say whether it is out" }),
    left_at: f.timestamp({ note: "When the owner left a doubtful post as it is" }),
    error_message: f.text(),
    date_created: f.createdAt(),
    date_updated: f.updatedAt(),
  },
  unique: [["creator_profile_id", "idempotency_key"]],
  indexes: [
    // With the id, because Directus takes a partial index on one column for its own.
    { columns: ["scheduled_for", "id"], where: "status = 'pending'" },
    { columns: ["creator_profile_id", "scheduled_for"], where: "status = 'pending'" },
    { columns: ["claimed_until", "id"], where: "status IN ('publishing', 'unconfirmed')" },
    { columns: ["creator_profile_id", "id"], where: "status = 'publishing'" },
    { columns: ["live_check_at", "id"], where: "live_check_at IS NOT NULL" },
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
        ...saidOnce,
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
        "taken_down_at",
        "removed_at",
        "asked_at",
        "left_at",
        "error_message",
        "date_created",
        "date_updated",
      ],
      create: [...planned, ...saidOnce],
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
