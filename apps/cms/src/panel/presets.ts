import type { CollectionName } from "@genie/schema";

/** How a list opens: for everybody who has not arranged it for herself, or as a bookmark of all. */
export type Preset = {
  collection: CollectionName;
  /** The bookmark's name; null for the list itself. */
  bookmark: string | null;
  icon: string;
  layout: "calendar" | "cards" | "tabular";
  layout_query: Record<string, Record<string, unknown>>;
  layout_options: Record<string, Record<string, unknown>>;
  filter: Record<string, unknown> | null;
};

/** Columns with their widths in pixels, in order. */
type Columns = Record<string, number>;
type Bookmark = { name: string; icon: string; filter: Record<string, unknown>; sort?: string };

const posts: Columns = {
  scheduled_for: 190,
  status: 230,
  caption: 300,
  creator_profile_id: 190,
  user_id: 170,
};
const jobs: Columns = {
  created_at: 170,
  job_type: 190,
  status: 150,
  progress: 110,
  creator_profile_id: 190,
  error: 320,
};
const accounts: Columns = {
  platform: 140,
  username: 180,
  connection_status: 200,
  scrape_status: 170,
  last_scraped_at: 170,
  user_id: 170,
};

/** The order is the one of the navigation. */
export const presets: readonly Preset[] = [
  ...table("scheduled_posts", posts, "-scheduled_for", [
    {
      name: "Needs attention",
      icon: "priority_high",
      filter: { status: { _in: ["failed", "missed", "unconfirmed"] } },
    },
    {
      name: "Going out next",
      icon: "schedule_send",
      filter: { status: { _in: ["pending", "publishing"] } },
      sort: "scheduled_for",
    },
  ]),
  {
    collection: "scheduled_posts",
    bookmark: "Calendar",
    icon: "calendar_month",
    layout: "calendar",
    layout_query: { calendar: {} },
    layout_options: {
      calendar: {
        template: "{{creator_profile_id.username}} {{caption}}",
        startDateField: "scheduled_for",
        firstDay: 1,
      },
    },
    filter: { status: { _neq: "cancelled" } },
  },
  ...table(
    "publish_pauses",
    { paused_from: 190, paused_until: 190, creator_profile_id: 190, reason: 300, user_id: 170 },
    "-paused_from",
  ),
  ...table("rule_packs", { name: 260, kind: 130, platform: 140, user_id: 170 }, "name"),
  ...table(
    "publish_stops",
    { platform: 170, reason: 420, cause: 200, date_created: 170 },
    "-date_created",
  ),
  ...table(
    "platform_checks",
    { platform: 170, version: 110, passed_at: 190, creator_profile_id: 190 },
    "-passed_at",
  ),
  {
    collection: "scraped_media",
    bookmark: null,
    icon: "photo_library",
    layout: "cards",
    layout_query: { cards: { sort: ["-date_created"], limit: 50 } },
    layout_options: {
      cards: {
        imageSource: "file_id",
        title: "{{caption}}",
        subtitle: "{{media_type}}",
        imageFit: "crop",
        icon: "image",
        size: 4,
      },
    },
    filter: null,
  },
  ...table("media_presets", { name: 220, job_type: 190, user_id: 170 }, "name"),
  ...table("creator_profiles", accounts, "platform", [
    {
      name: "Needs a log-in",
      icon: "login",
      filter: { connection_status: { _neq: "connected" } },
    },
  ]),
  ...table(
    "hitl_sessions",
    { requested_at: 170, creator_profile_id: 190, reason: 260, status: 210, expires_at: 190 },
    "-requested_at",
  ),
  ...table(
    "platform_sessions",
    {
      creator_profile_id: 190,
      status: 150,
      captured_by: 230,
      captured_at: 170,
      expires_at: 190,
      last_used_at: 170,
    },
    "-captured_at",
  ),
  ...table(
    "fan_profiles",
    {
      username: 180,
      status: 150,
      engagement_score: 130,
      total_spent: 130,
      last_interaction: 170,
      creator_profile_id: 190,
    },
    "-total_spent",
  ),
  ...table(
    "fan_snapshots",
    { taken_at: 190, fan_profile_id: 190, status: 150, total_spent: 130, engagement_score: 130 },
    "-taken_at",
  ),
  ...table(
    "media_snapshots",
    { taken_on: 190, scraped_media_id: 260, likes: 110, comments: 110, views: 110, earnings: 130 },
    "-taken_on",
  ),
  ...table(
    "profile_snapshots",
    {
      taken_at: 190,
      creator_profile_id: 190,
      followers: 120,
      posts: 120,
      likes: 120,
      earnings: 130,
    },
    "-taken_at",
  ),
  ...table("media_jobs", jobs, "-created_at", [
    { name: "Failed jobs", icon: "error", filter: { status: { _eq: "failed" } } },
    {
      name: "In the queue",
      icon: "play_circle",
      filter: { status: { _in: ["queued", "active"] } },
      sort: "created_at",
    },
  ]),
  ...table("action_flows", { name: 240, description: 420, confirm: 150, active: 100 }, "name"),
  ...table(
    "agent_audits",
    {
      executed_at: 190,
      action_slug: 180,
      status: 150,
      source: 200,
      user_id: 170,
      duration_ms: 150,
      error_message: 260,
    },
    "-executed_at",
  ),
  ...table(
    "confirmations",
    { date_created: 170, action_slug: 180, status: 150, user_id: 170, expires_at: 190 },
    "-date_created",
  ),
  ...table(
    "conversations",
    { title: 320, user_id: 170, date_updated: 170, date_created: 170 },
    "-date_updated",
  ),
  ...table(
    "taxonomy_dimensions",
    { display_order: 150, concept_name: 240, description: 460 },
    "display_order",
  ),
  ...table("taxonomy_mapping", { tag: 240, dimension_id: 220, weight: 130, aliases: 300 }, "tag"),
  ...table("tag_overrides", { tag: 240, dimension_id: 220, weight: 130, user_id: 170 }, "tag"),
  ...table(
    "user_personas",
    { display_name: 220, user_id: 200, timezone: 170, onboarding_state: 200 },
    "display_name",
  ),
  ...table(
    "api_tokens",
    { name: 220, hint: 150, user_id: 170, scopes: 170, expires_at: 190, last_used_at: 170 },
    "-date_created",
  ),
  ...table(
    "extension_pairings",
    { name: 220, status: 180, user_id: 170, last_seen_at: 170, expires_at: 190 },
    "-date_created",
  ),
  ...table(
    "data_transfers",
    { date_created: 190, kind: 200, status: 180, user_id: 170, completed_at: 170 },
    "-date_created",
  ),
  ...table(
    "account_deletions",
    { date_created: 190, status: 180, asked_by: 200, completed_at: 170 },
    "-date_created",
  ),
  ...table(
    "publish_attempts",
    { sent_at: 190, state: 220, n: 160, post_id: 380, error: 300 },
    "-sent_at",
  ),
  ...table("saved_views", { page: 160, name: 240, user_id: 170 }, "name"),
  ...table("recovery_codes", { user_id: 260, date_created: 170, used_at: 170 }, "-date_created"),
  ...table("sealing_keys", { key_id: 120, date_created: 170, canary: 200 }, "key_id"),
  ...table(
    "scheduled_posts_media",
    { scheduled_posts_id: 380, scraped_media_id: 260, sort: 100 },
    "sort",
  ),
  ...table(
    "scraped_media_files",
    { scraped_media_id: 260, directus_files_id: 160, sort: 100 },
    "sort",
  ),
];

/** A list as a table, and bookmarks that show part of it. */
function table(
  collection: CollectionName,
  columns: Columns,
  sort: string,
  bookmarks: readonly Bookmark[] = [],
): Preset[] {
  const shown = { layout: "tabular", layout_options: { tabular: { widths: columns } } } as const;
  const query = (by: string) => ({
    tabular: { fields: Object.keys(columns), sort: [by], limit: 50 },
  });
  return [
    {
      collection,
      bookmark: null,
      icon: "bookmark",
      ...shown,
      layout_query: query(sort),
      filter: null,
    },
    ...bookmarks.map(({ name, icon, filter, sort: own }) => ({
      collection,
      bookmark: name,
      icon,
      ...shown,
      layout_query: query(own ?? sort),
      filter,
    })),
  ];
}
