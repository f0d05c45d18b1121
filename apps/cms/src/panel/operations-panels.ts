import type { Panel } from "./dashboards.ts";

const tones = {
  bad: "var(--theme--danger)",
  doubtful: "var(--theme--warning)",
};
type Place = { x: number; y: number; width: number; height: number };
type Filter = Record<string, unknown>;
type Count = { collection: string; filter: Filter; icon: string };

const publishedSince = (time: string): Count => ({
  collection: "scheduled_posts",
  filter: { _and: [{ status: { _eq: "published" } }, { published_at: { _gte: `$NOW(${time})` } }] },
  icon: "check_circle",
});

/** By the time they were to go out. */
const plannedSince = (time: string, status: keyof typeof icons): Count => ({
  collection: "scheduled_posts",
  filter: { _and: [{ status: { _eq: status } }, { scheduled_for: { _gte: `$NOW(${time})` } }] },
  icon: icons[status],
});

const icons = { failed: "error", unconfirmed: "help", missed: "history_toggle_off" } as const;

const jobsIn = (status: string, icon: string): Count => ({
  collection: "media_jobs",
  filter: { status: { _eq: status } },
  icon,
});

/**
 * Squares of 20 pixels, 44 in a row: what a laptop shows beside the navigation and the sidebar. The
 * ids stay with their panels, whatever the order.
 */
export const operationsPanels: readonly Panel[] = [
  heading(1, "Posts", { x: 1, y: 1, width: 44, height: 2 }),
  figure(
    2,
    "Out in 24 hours",
    { x: 1, y: 3, width: 11, height: 5 },
    {
      collection: "scheduled_posts",
      filter: {
        _and: [
          { status: { _in: ["pending", "publishing"] } },
          { scheduled_for: { _lte: "$NOW(+1 day)" } },
        ],
      },
      icon: "schedule_send",
    },
  ),
  figure(3, "Published, 7 d", { x: 12, y: 3, width: 11, height: 5 }, publishedSince("-7 days")),
  figure(8, "Published, 30 d", { x: 23, y: 3, width: 11, height: 5 }, publishedSince("-30 days")),
  figure(
    25,
    "Paused now",
    { x: 34, y: 3, width: 11, height: 5 },
    {
      collection: "publish_pauses",
      filter: {
        _and: [
          { paused_from: { _lte: "$NOW" } },
          { _or: [{ paused_until: { _null: true } }, { paused_until: { _gte: "$NOW" } }] },
        ],
      },
      icon: "pause_circle",
    },
    tones.doubtful,
  ),
  figure(
    4,
    "Failed, 7 d",
    { x: 1, y: 8, width: 11, height: 5 },
    plannedSince("-7 days", "failed"),
    tones.bad,
  ),
  figure(
    6,
    "Missed, 7 d",
    { x: 12, y: 8, width: 11, height: 5 },
    plannedSince("-7 days", "missed"),
    tones.bad,
  ),
  figure(
    5,
    "Unknown, 7 d",
    { x: 23, y: 8, width: 11, height: 5 },
    plannedSince("-7 days", "unconfirmed"),
    tones.doubtful,
  ),
  figure(
    7,
    "Need a log-in",
    { x: 34, y: 8, width: 11, height: 5 },
    {
      collection: "creator_profiles",
      filter: { connection_status: { _neq: "connected" } },
      icon: "login",
    },
    tones.doubtful,
  ),
  figure(
    9,
    "Failed, 30 d",
    { x: 1, y: 13, width: 11, height: 5 },
    plannedSince("-30 days", "failed"),
    tones.bad,
  ),
  figure(
    11,
    "Missed, 30 d",
    { x: 12, y: 13, width: 11, height: 5 },
    plannedSince("-30 days", "missed"),
    tones.bad,
  ),
  figure(
    10,
    "Unknown, 30 d",
    { x: 23, y: 13, width: 11, height: 5 },
    plannedSince("-30 days", "unconfirmed"),
    tones.doubtful,
  ),
  figure(
    26,
    "Log-ins waiting",
    { x: 34, y: 13, width: 11, height: 5 },
    {
      collection: "hitl_sessions",
      filter: { status: { _eq: "pending" } },
      icon: "front_hand",
    },
    tones.doubtful,
  ),
  list(12, "Going out next", { x: 1, y: 18, width: 44, height: 12 }, "schedule_send", {
    collection: "scheduled_posts",
    filter: { status: { _in: ["pending", "publishing"] } },
    sortField: "scheduled_for",
    sortDirection: "asc",
    displayTemplate: "{{scheduled_for}} @{{creator_profile_id.username}} {{caption}}",
  }),
  list(
    13,
    "Sent lately: planned for → published at",
    { x: 1, y: 30, width: 44, height: 12 },
    "check_circle",
    {
      collection: "scheduled_posts",
      filter: { status: { _eq: "published" } },
      sortField: "published_at",
      sortDirection: "desc",
      displayTemplate: "{{scheduled_for}} → {{published_at}} {{caption}}",
    },
  ),
  heading(14, "Work", { x: 1, y: 42, width: 44, height: 2 }),
  figure(15, "Jobs waiting", { x: 1, y: 44, width: 11, height: 5 }, jobsIn("queued", "schedule")),
  figure(
    16,
    "Jobs running",
    { x: 12, y: 44, width: 11, height: 5 },
    jobsIn("active", "play_circle"),
  ),
  figure(
    17,
    "Jobs failed, 7 d",
    { x: 23, y: 44, width: 11, height: 5 },
    {
      collection: "media_jobs",
      filter: { _and: [{ status: { _eq: "failed" } }, { created_at: { _gte: "$NOW(-7 days)" } }] },
      icon: "error",
    },
    tones.bad,
  ),
  figure(
    27,
    "Jobs done, 7 d",
    { x: 34, y: 44, width: 11, height: 5 },
    {
      collection: "media_jobs",
      filter: {
        _and: [{ status: { _eq: "completed" } }, { created_at: { _gte: "$NOW(-7 days)" } }],
      },
      icon: "check_circle",
    },
  ),
  {
    ...panel(
      18,
      "Jobs by day, 30 days",
      "time-series",
      { x: 1, y: 49, width: 24, height: 14 },
      "show_chart",
    ),
    options: {
      collection: "media_jobs",
      function: "count",
      valueField: "id",
      dateField: "created_at",
      precision: "day",
      range: "1 month",
      fillType: "gradient",
      curveType: "straight",
      decimals: 0,
      min: 0,
      missingData: "0",
      showXAxis: true,
      showYAxis: true,
      color: "var(--theme--primary)",
    },
  },
  counts(19, "Jobs by kind, 7 days", { x: 25, y: 49, width: 20, height: 14 }, "work", {
    collection: "media_jobs",
    groupByField: "job_type",
    filter: { created_at: { _gte: "$NOW(-7 days)" } },
  }),
  heading(20, "Library and agents", { x: 1, y: 63, width: 44, height: 2 }),
  figure(
    21,
    "Media",
    { x: 1, y: 65, width: 11, height: 6 },
    {
      collection: "scraped_media",
      filter: {},
      icon: "photo_library",
    },
  ),
  {
    ...panel(22, "Storage used", "metric", { x: 1, y: 71, width: 11, height: 6 }, "hard_drive"),
    options: {
      collection: "directus_files",
      field: "filesize",
      function: "sum",
      suffix: "B",
      fontSize: "1.8125rem",
      notation: "compact",
      maximumFractionDigits: 1,
    },
  },
  counts(24, "Where media are from", { x: 12, y: 65, width: 16, height: 12 }, "photo_library", {
    collection: "scraped_media",
    groupByField: "source",
    filter: {},
  }),
  counts(23, "Agent runs, 30 days", { x: 28, y: 65, width: 17, height: 12 }, "smart_toy", {
    collection: "agent_audits",
    groupByField: "status",
    filter: { executed_at: { _gte: "$NOW(-30 days)" } },
  }),
];

function panel(
  number: number,
  name: string,
  type: string,
  place: Place,
  icon: string | null,
): Panel {
  return {
    id: `6a1f0c52-0c6b-4a7e-9d61-4f0f5a6c6${String(number).padStart(3, "0")}`,
    name,
    icon,
    color: null,
    note: null,
    type,
    show_header: true,
    position_x: place.x,
    position_y: place.y,
    width: place.width,
    height: place.height,
    options: {},
  };
}

/** How many rows; with a colour for when it is not nought. */
function figure(
  number: number,
  name: string,
  place: Place,
  { collection, filter, icon }: Count,
  color?: string,
): Panel {
  return {
    ...panel(number, name, "metric", place, icon),
    options: {
      collection,
      field: "id",
      function: "count",
      filter,
      ...(color ? { conditionalFormatting: [{ operator: ">", value: 0, color }] } : {}),
    },
  };
}

function counts(
  number: number,
  name: string,
  place: Place,
  icon: string,
  options: { collection: string; groupByField: string; filter: Filter },
): Panel {
  return {
    ...panel(number, name, "metric-list", place, icon),
    options: {
      ...options,
      aggregateField: "id",
      aggregateFunction: "count",
      sortDirection: "desc",
      limit: 10,
    },
  };
}

function list(
  number: number,
  name: string,
  place: Place,
  icon: string,
  options: Record<string, unknown>,
): Panel {
  return {
    ...panel(number, name, "list", place, icon),
    options: { ...options, limit: 6, linkToItem: false },
  };
}

function heading(number: number, text: string, place: Place): Panel {
  return {
    ...panel(number, text, "label", place, null),
    show_header: false,
    options: { text, textAlign: "start", fontSize: "1.8125rem", fontWeight: 700 },
  };
}
