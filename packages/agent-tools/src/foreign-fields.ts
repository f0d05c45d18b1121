/**
 * Fields that hold what platforms, fans, files or other people wrote, or what was made of it: data for a
 * model, never an instruction. A text that is in no list was written by its owner or by the product.
 */
export const foreignFields: Readonly<Record<string, readonly string[]>> = {
  agent_audits: ["action_slug", "params", "result", "steps", "error_message"],
  confirmations: ["preview"],
  conversations: ["title", "messages"],
  creator_profiles: ["profile_data", "platform_limits", "scrape_error"],
  directus_files: ["title", "description", "filename_download", "preparation_problem"],
  directus_notifications: ["subject", "message"],
  directus_users: ["first_name", "last_name"],
  fan_profiles: ["platform_fan_id", "username", "display_name", "tier", "notes"],
  fan_snapshots: ["tier"],
  hitl_sessions: ["notes"],
  media_jobs: ["payload", "result", "error"],
  profile_snapshots: ["raw"],
  publish_attempts: ["platform_post_id", "error"],
  rule_packs: ["name", "rules", "source_url"],
  scheduled_posts: ["caption", "platform_post_id", "permalink", "error_message"],
  scraped_media: [
    "platform_post_id",
    "caption",
    "alt_text",
    "tags",
    "taxonomy_concepts",
    "taxonomy_corrections",
    "permalink",
  ],
};

export const isForeign = (collection: string, field: string): boolean =>
  foreignFields[collection]?.includes(field) ?? false;

/** Free texts that are the owner's own words or the product's. A test asks for each text to be in one list. */
export const ownTexts: Readonly<Record<string, readonly string[]>> = {
  action_flows: ["slug", "name", "description", "steps", "input_schema"],
  agent_audits: [],
  api_tokens: ["name", "hint", "scopes"],
  confirmations: ["action_slug"],
  creator_profiles: ["platform", "username", "scrape_frequency", "timezone"],
  data_transfers: ["result", "error"],
  directus_files: ["type"],
  directus_notifications: ["status", "collection", "item"],
  directus_users: ["email", "language", "status"],
  extension_pairings: ["name"],
  hitl_sessions: ["platform"],
  media_jobs: ["queue_name", "batch_id"],
  media_presets: ["name", "options"],
  platform_checks: ["platform"],
  platform_sessions: ["platform", "user_agent"],
  publish_attempts: [],
  publish_pauses: ["platform", "reason"],
  publish_stops: ["platform", "reason"],
  rule_packs: ["platform"],
  saved_views: ["page", "name", "query"],
  scheduled_posts: [
    "timezone",
    "group_id",
    "idempotency_key",
    "platform_specific_config",
    "recurrence",
    "series_id",
  ],
  scraped_media: ["currency"],
  tag_overrides: ["tag"],
  taxonomy_dimensions: ["slug", "concept_name", "description"],
  taxonomy_mapping: ["tag", "aliases"],
  user_personas: ["display_name", "onboarding_state", "timezone", "brand_voice", "preferences"],
};
