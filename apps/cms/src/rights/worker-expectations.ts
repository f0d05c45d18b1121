import type { Rights } from "./rights-of.ts";

/** What the worker may do in a collection. It sees the rows of everybody, and of them these fields. */
type WorkerExpectation = {
  read: readonly string[];
  create?: readonly string[];
  update?: readonly string[];
  remove?: true;
  /** Fields that the gate sets itself, whatever the worker sends. */
  overwritten?: Rights["overwritten"];
};

const figures = ["likes", "comments", "views", "earnings", "currency", "permalink"];
const sizes = ["width", "height", "duration_s"];
const entry = ["media_type", "file_id", "files", "caption", "alt_text", "tags"];
const measured = [...entry, ...figures, ...sizes, "published_at"];
const origin = ["user_id", "creator_profile_id", "platform_post_id", "source", "derived_from"];
const fan = ["username", "display_name", "tier", "status", "subscribed_at"];
const fanFigures = ["engagement_score", "total_spent", "last_interaction"];
const link = (here: string, there: string) => ["user_id", here, there, "sort"];

/**
 * What the worker's jobs need, written down a second time and by hand, as `expectations` are. A collection that is not
 * here it has no business with.
 */
export const workerExpectations: Record<string, WorkerExpectation> = {
  creator_profiles: {
    read: [
      "id",
      "user_id",
      "platform",
      "username",
      "credentials",
      "scrape_enabled",
      "scrape_frequency",
      "last_scraped_at",
      "scrape_status",
      "connection_status",
      "platform_limits",
      "timezone",
      "posts_read_until",
      "posts_read_whole_at",
    ],
    update: [
      "last_scraped_at",
      "scrape_status",
      "scrape_error",
      "connection_status",
      "profile_data",
      "platform_limits",
      "posts_read_until",
      "posts_read_whole_at",
    ],
  },
  platform_sessions: {
    read: [
      "id",
      "user_id",
      "creator_profile_id",
      "platform",
      "cookies",
      "user_agent",
      "status",
      "captured_by",
      "captured_at",
      "expires_at",
    ],
    create: [
      "user_id",
      "creator_profile_id",
      "platform",
      "cookies",
      "user_agent",
      "captured_by",
      "expires_at",
    ],
    update: ["cookies", "user_agent", "status", "expires_at", "last_used_at", "ended_at"],
    overwritten: { create: ["id", "key_id"], update: ["key_id"] },
  },
  hitl_sessions: {
    read: ["id", "creator_profile_id", "status", "reason"],
    create: ["user_id", "creator_profile_id", "platform", "reason", "expires_at", "notes"],
    update: ["browser_session_id"],
  },
  user_personas: { read: ["id", "user_id", "timezone", "watermark_file_id"] },
  scraped_media: {
    read: ["id", ...origin, ...measured, "made_by", "date_created"],
    create: [...origin, ...measured, "perceptual_hash", "made_by"],
    update: [...measured, "perceptual_hash"],
  },
  scraped_media_files: {
    read: ["id", ...link("scraped_media_id", "directus_files_id")],
    create: link("scraped_media_id", "directus_files_id"),
    update: ["sort"],
    remove: true,
  },
  profile_snapshots: {
    read: ["id", "user_id", "creator_profile_id", "taken_at"],
    create: [
      "user_id",
      "creator_profile_id",
      "taken_at",
      "followers",
      "following",
      "posts",
      "likes",
      "earnings",
      "raw",
    ],
  },
  fan_profiles: {
    read: [
      "id",
      "user_id",
      "creator_profile_id",
      "platform_fan_id",
      ...fan,
      ...fanFigures,
      "date_created",
    ],
    create: ["user_id", "creator_profile_id", "platform_fan_id", ...fan, ...fanFigures],
    update: [...fan, ...fanFigures],
  },
  fan_snapshots: {
    read: ["id", "user_id", "fan_profile_id", "taken_at"],
    create: [
      "user_id",
      "fan_profile_id",
      "taken_at",
      "status",
      "tier",
      "total_spent",
      "engagement_score",
    ],
  },
  media_presets: { read: ["id", "user_id", "name", "job_type", "options", "watermark_file_id"] },
  // Its outcomes go through the gate's own calls.
  scheduled_posts: {
    read: [
      "id",
      "user_id",
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
      "generation",
      "attempt_no",
      "platform_post_id",
      "permalink",
    ],
  },
  scheduled_posts_media: { read: ["id", ...link("scheduled_posts_id", "scraped_media_id")] },
  publish_attempts: {
    read: ["id", "user_id", "post_id", "generation", "n", "state", "idempotency_key", "sent_at"],
  },
  media_jobs: {
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
    create: [
      "user_id",
      "job_type",
      "queue_name",
      "creator_profile_id",
      "input_media_id",
      "payload",
    ],
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
  platform_checks: {
    read: ["id", "platform"],
    create: ["platform", "version", "passed_at", "creator_profile_id"],
    update: ["version", "passed_at", "creator_profile_id"],
  },
  taxonomy_dimensions: { read: ["id", "slug", "concept_name", "description", "display_order"] },
  taxonomy_mapping: { read: ["id", "tag", "dimension_id", "weight", "aliases", "active"] },
  action_flows: {
    read: ["id", "slug", "name", "description", "steps", "active", "input_schema", "confirm"],
  },
  directus_files: {
    read: [
      "id",
      "title",
      "description",
      "filename_download",
      "type",
      "filesize",
      "width",
      "height",
      "duration",
      "uploaded_on",
      "modified_on",
      "prepared_at",
      "preparation_problem",
      "placeholder",
      "removed_metadata",
      "owner",
      "storage",
      "filename_disk",
    ],
    // New files come in by /uploads alone.
    update: ["title", "description"],
    remove: true,
  },
};
