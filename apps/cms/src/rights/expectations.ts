/**
 * Who may do what, written down a second time and by hand, after the data model's page "Who may do
 * what". It is not generated from the rights in code, so that a slip there shows up here.
 */
export type Expectation = {
  /** Which rows a creator may read: her own, all, the active ones, or those of a list. */
  rows: "active" | "all" | "none" | "open" | "own";
  /** Fields that a creator never reads. All others of a collection that she may read, she reads. */
  hidden: readonly string[];
  create: readonly string[] | null;
  update: readonly string[] | null;
  remove: boolean;
  /** Fields that the gate sets itself, whatever the caller sends. */
  overwritten?: { create: readonly string[]; update: readonly string[] };
  /** Fields that a viewer reads of what a creator reads too. */
  viewer?: readonly string[];
  /** True when a program, which has only an API token, has none of these rights. */
  peopleOnly?: true;
  /** True when a program makes and changes no such rows; it may read and delete them. */
  peopleWrite?: true;
};

const nothing = { rows: "none", hidden: [], create: null, update: null, remove: false } as const;
const readOnly = { rows: "own", create: null, update: null, remove: false } as const;
const setByTheGate = {
  overwritten: { create: ["id", "user_id", "key_id"], update: ["key_id"] },
} as const;
const ownerSet = { overwritten: { create: ["user_id"], update: [] } } as const;

const ruleFields = [
  "name",
  "kind",
  "platform",
  "creator_profile_id",
  "is_enabled",
  "rules",
  "source_url",
];
const postFields = [
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
];
const taxonomyFields = ["id", "slug", "concept_name", "description", "display_order"];

/** The flows that creators may see and start, in the order of their ids. */
export const openFlows = [
  // Tell me about my day
  "6a1f0c52-0c6b-4a7e-9d61-4f0f5a6c6004",
  // platform_scrape_flow
  "6a1f0c52-0c6b-4a7e-9d61-4f0f5a6c6101",
] as const;

export const expectations: Record<string, Expectation> = {
  creator_profiles: {
    rows: "own",
    hidden: ["user_id", "credentials", "posts_read_until", "posts_read_whole_at"],
    create: [
      "platform",
      "username",
      "credentials",
      "scrape_enabled",
      "scrape_frequency",
      "timezone",
    ],
    update: ["username", "credentials", "scrape_enabled", "scrape_frequency", "timezone"],
    remove: true,
    overwritten: { create: ["id", "user_id"], update: [] },
  },
  platform_sessions: {
    rows: "own",
    hidden: ["user_id", "cookies"],
    create: [
      "creator_profile_id",
      "platform",
      "cookies",
      "user_agent",
      "captured_by",
      "expires_at",
    ],
    update: ["cookies", "user_agent", "status", "expires_at"],
    remove: true,
    ...setByTheGate,
  },
  hitl_sessions: {
    ...readOnly,
    hidden: ["user_id", "resumes_job_id", "browser_session_id", "ticket_hash", "ticket_expires_at"],
    remove: true,
  },
  user_personas: {
    rows: "own",
    hidden: ["user_id"],
    create: null,
    update: [
      "display_name",
      "onboarding_state",
      "timezone",
      "brand_voice",
      "watermark_file_id",
      "preferences",
    ],
    remove: false,
  },
  api_tokens: { ...readOnly, hidden: ["user_id", "hash"], remove: true, peopleOnly: true },
  extension_pairings: { ...readOnly, hidden: ["user_id", "code_hash"], remove: true },
  data_transfers: { ...readOnly, hidden: ["user_id", "ticket_hash", "ticket_expires_at"] },
  account_deletions: nothing,
  scraped_media: {
    rows: "own",
    hidden: ["user_id", "perceptual_hash", "made_by", "taxonomy_proposals"],
    create: [
      "creator_profile_id",
      "media_type",
      "file_id",
      "files",
      "derived_from",
      "caption",
      "alt_text",
      "tags",
    ],
    update: ["file_id", "files", "caption", "alt_text", "tags"],
    remove: true,
    ...ownerSet,
  },
  media_snapshots: { ...readOnly, hidden: ["user_id"] },
  scraped_media_files: {
    rows: "own",
    hidden: ["user_id"],
    create: ["scraped_media_id", "directus_files_id", "sort"],
    update: ["sort"],
    remove: true,
    ...ownerSet,
  },
  profile_snapshots: { ...readOnly, hidden: ["user_id", "raw"] },
  fan_snapshots: { ...readOnly, hidden: ["user_id"] },
  fan_profiles: {
    rows: "own",
    hidden: ["user_id"],
    create: ["creator_profile_id", "platform_fan_id", "username", "notes"],
    update: ["notes"],
    remove: true,
    ...ownerSet,
  },
  media_presets: {
    rows: "own",
    hidden: ["user_id"],
    create: ["name", "job_type", "options", "is_default"],
    update: ["name", "options", "is_default"],
    remove: true,
    // Which picture it uses stands in its options.
    overwritten: { create: ["user_id", "watermark_file_id"], update: ["watermark_file_id"] },
  },
  saved_views: {
    rows: "own",
    hidden: ["user_id"],
    create: ["page", "name", "query", "sort"],
    update: ["page", "name", "query", "sort"],
    remove: true,
    ...ownerSet,
  },
  scheduled_posts: {
    rows: "own",
    hidden: ["user_id", "claim_token", "claimed_until", "live_check_at", "missing_since"],
    create: [...postFields, "idempotency_key"],
    update: postFields,
    remove: true,
    ...ownerSet,
  },
  scheduled_posts_media: {
    rows: "own",
    hidden: ["user_id"],
    create: ["scheduled_posts_id", "scraped_media_id", "sort"],
    update: ["sort"],
    remove: true,
    ...ownerSet,
  },
  publish_attempts: {
    ...readOnly,
    hidden: ["user_id", "idempotency_key", "claim_token", "not_found_at", "look_ups"],
  },
  publish_pauses: {
    rows: "own",
    hidden: ["user_id"],
    create: ["creator_profile_id", "platform", "reason", "paused_from", "paused_until"],
    update: ["creator_profile_id", "platform", "reason", "paused_from", "paused_until"],
    remove: true,
    ...ownerSet,
  },
  rule_packs: {
    rows: "own",
    hidden: ["user_id"],
    create: ruleFields,
    update: ruleFields,
    remove: true,
    ...ownerSet,
  },
  publish_stops: { rows: "all", hidden: [], create: null, update: null, remove: false },
  platform_checks: {
    rows: "all",
    hidden: ["creator_profile_id"],
    create: null,
    update: null,
    remove: false,
  },
  media_jobs: {
    rows: "own",
    hidden: ["user_id", "bull_job_id", "requeues"],
    create: ["job_type", "creator_profile_id", "post_id", "input_media_id", "batch_id", "payload"],
    update: null,
    remove: false,
    overwritten: { create: ["user_id", "queue_name"], update: [] },
  },
  taxonomy_dimensions: {
    rows: "all",
    hidden: [],
    create: null,
    update: null,
    remove: false,
    viewer: taxonomyFields,
  },
  taxonomy_mapping: {
    rows: "all",
    hidden: ["shipped", "date_updated"],
    create: null,
    update: null,
    remove: false,
    viewer: ["id", "tag", "dimension_id", "weight", "aliases", "active"],
  },
  tag_overrides: {
    rows: "own",
    hidden: ["user_id"],
    create: ["tag", "dimension_id", "weight", "ignored"],
    update: ["tag", "dimension_id", "weight", "ignored"],
    remove: true,
    ...ownerSet,
  },
  action_flows: {
    rows: "active",
    hidden: [],
    create: null,
    update: null,
    remove: false,
    viewer: ["id", "slug", "name", "description", "active", "input_schema", "confirm"],
  },
  agent_audits: { ...readOnly, hidden: ["user_id"] },
  confirmations: { ...readOnly, hidden: ["user_id", "asked_as", "params", "params_hash"] },
  conversations: {
    rows: "own",
    hidden: ["user_id"],
    create: ["title", "messages"],
    update: ["title", "messages"],
    remove: true,
    peopleWrite: true,
    ...ownerSet,
  },
  sealing_keys: nothing,
  recovery_codes: nothing,
  directus_flows: {
    rows: "open",
    hidden: ["status", "trigger", "accountability", "operation", "date_created", "user_created"],
    create: null,
    update: null,
    remove: false,
  },
  directus_notifications: {
    rows: "own",
    hidden: ["recipient", "sender"],
    create: null,
    update: ["status"],
    remove: false,
  },
  directus_files: {
    rows: "own",
    hidden: [
      "owner",
      "storage",
      "filename_disk",
      "folder",
      "uploaded_by",
      "created_on",
      "modified_by",
      "charset",
      "embed",
      "location",
      "tags",
      "metadata",
      "focal_point_x",
      "focal_point_y",
      "tus_id",
      "tus_data",
      "perceptual_hash",
    ],
    // Files come in by /uploads and /files/tus alone.
    create: null,
    update: ["title", "description"],
    remove: true,
  },
  directus_users: {
    rows: "own",
    hidden: [
      "password",
      "location",
      "title",
      "description",
      "tags",
      "avatar",
      "token",
      "last_access",
      "last_page",
      "provider",
      "external_identifier",
      "auth_data",
      "email_notifications",
      "theme_dark",
      "theme_light",
      "theme_light_overrides",
      "theme_dark_overrides",
      "text_direction",
      "signed_out_at",
    ],
    create: null,
    update: ["first_name", "last_name", "language", "appearance"],
    remove: false,
    viewer: [
      "id",
      "email",
      "first_name",
      "last_name",
      "language",
      "appearance",
      "role",
      "status",
      "tfa_secret",
    ],
    peopleOnly: true,
  },
};
