import { conceptSlugs } from "@genie/schema";
import { restoreProof, scaleProof, soakProof, upgradeProof } from "./several-proofs.ts";

export type Bar = { atMost: number } | { atLeast: number };

export type Proof = {
  /** What the operator types to repeat it. */
  command: string;
  program: readonly [entry: string, ...args: string[]];
  /** Whether it takes `--minutes`, for a shorter run that is looked at and not written down. */
  takesMinutes?: true;
  /** The figures that go into the page; null where there is nothing to hold. */
  figures: Readonly<Record<string, Bar | null>>;
};

const chaosProgram = "bench/src/chaos/main.ts";

/** Tools for agents that Directus' own MCP endpoint has the like of, and those that it has not. */
const comparedTools = [
  "list_collections",
  "get_collection_schema",
  "read_items",
  "read_item",
  "create_item",
  "update_item",
  "delete_item",
  "search_items",
  "list_files",
  "get_file",
  "list_flows",
];
const otherTools = [
  "trigger_flow",
  "get_me",
  "list_users",
  "get_user",
  "update_user",
  "create_user",
];

/** The long proofs, in the order in which they run. Each prints a line of JSON with its figures. */
export const proofs: readonly Proof[] = [
  {
    command: "npm run bench -- start",
    program: ["bench/src/main.ts", "start"],
    figures: { warm_wall_s: { atMost: 30 }, cold_wall_s: null, warm_total_to_directus_ratio: null },
  },
  {
    command: "npm run bench -- crypto",
    program: ["bench/src/main.ts", "crypto"],
    figures: {
      seal_64_ratio: null,
      open_64_ratio: null,
      seal_4096_ratio: null,
      open_4096_ratio: null,
      seal_65536_ratio: null,
      open_65536_ratio: null,
    },
  },
  {
    command: "npm run bench -- browser",
    program: ["bench/src/main.ts", "browser"],
    figures: {
      recipe_posts_count: { atLeast: 20 },
      model_posts_count: { atLeast: 20 },
      ...Object.fromEntries(
        ["recipe", "model"].flatMap((path) => [
          [`${path}_to_bare_launch_ratio`, null],
          [`${path}_to_bare_page_ratio`, null],
          [`${path}_to_bare_pss_ratio`, null],
          [`${path}_to_bare_rss_ratio`, null],
          [`${path}_more_ms`, null],
          [`${path}_more_pss_mb`, null],
        ]),
      ),
    },
  },
  {
    command: "npm run bench -- kill",
    program: ["bench/src/main.ts", "kill"],
    figures: {
      kills_count: { atLeast: 20 },
      duplicates_count: { atMost: 0 },
      lost_count: { atMost: 0 },
      wrong_state_count: { atMost: 0 },
    },
  },
  {
    command: "npm run bench -- keys",
    program: ["bench/src/main.ts", "keys"],
    figures: {
      values_count: { atLeast: 100_000 },
      kills_count: { atLeast: 3 },
      unreadable_count: { atMost: 0 },
      overwritten_count: { atMost: 0 },
      left_count: { atMost: 0 },
      changes_count: { atLeast: 100 },
      values_per_s: null,
      bare_values_per_s: null,
      read_p95_ms: null,
      idle_read_p95_ms: null,
    },
  },
  {
    command: "npm run bench -- scrape",
    program: ["bench/src/main.ts", "scrape"],
    figures: {
      posts_count: { atLeast: 10_000 },
      missing_count: { atMost: 0 },
      duplicate_count: { atMost: 0 },
      wrong_files_count: { atMost: 0 },
      orphan_files_count: { atMost: 0 },
      posts_per_s: null,
      first_s: null,
      again_s: null,
      whole_s: null,
      bare_s: null,
      to_bare_ratio: null,
      requests_count: null,
      requests_per_post: { atMost: 1.5 },
      again_requests_count: null,
      whole_requests_per_post: null,
      worker_peak_pss_mb: null,
      browser_peak_pss_mb: null,
    },
  },
  {
    command: "npm run bench -- scrape-kill",
    program: ["bench/src/main.ts", "scrape-kill"],
    figures: {
      browser_kills_count: { atLeast: 15 },
      worker_kills_count: { atLeast: 15 },
      posts_count: null,
      missing_count: { atMost: 0 },
      duplicate_count: { atMost: 0 },
      wrong_files_count: { atMost: 0 },
      orphan_files_count: { atMost: 0 },
      chromium_processes_count: { atMost: 0 },
      temporary_files_count: { atMost: 0 },
      open_profiles_count: { atMost: 0 },
    },
  },
  {
    command: "npm run bench -- media",
    program: ["bench/src/main.ts", "media"],
    figures: {
      photos_count: { atLeast: 100 },
      photos_to_bare_ratio: { atMost: 1.15 },
      photos_to_imagemagick_ratio: null,
      photos_per_s: null,
      bare_photos_per_s: null,
      photo_process_peak_mb: { atMost: 512 },
      bare_photos_peak_mb: null,
      clips_count: { atLeast: 10 },
      clips_to_bare_ratio: { atMost: 1.15 },
      clips_per_minute: null,
      bare_clips_per_minute: null,
      clip_process_peak_mb: { atMost: 512 },
    },
  },
  {
    command: "npm run bench -- mcp",
    program: ["bench/src/main.ts", "mcp"],
    figures: {
      tools_list_tokens: { atMost: 6000 },
      ...Object.fromEntries(
        comparedTools.flatMap((tool) => [
          [`${tool}_ms`, null],
          [`${tool}_p95_ms`, null],
          [`${tool}_bytes`, null],
          [`${tool}_more_ms`, { atMost: 3 }],
        ]),
      ),
      ...Object.fromEntries(
        otherTools.flatMap((tool) => [
          [`${tool}_ms`, null],
          [`${tool}_p95_ms`, null],
          [`${tool}_bytes`, null],
        ]),
      ),
    },
  },
  {
    command: "npm run bench -- taxonomy",
    program: ["bench/src/main.ts", "taxonomy"],
    figures: {
      tags_count: { atLeast: 3208 },
      precision_ratio: { atLeast: 0.95 },
      recall_ratio: { atLeast: 0.9 },
      ...Object.fromEntries(
        conceptSlugs.map((slug) => [`${slug.replaceAll("-", "_")}_rank_ratio`, null]),
      ),
      captions_per_s: { atLeast: 20_000 },
      misspelt_captions_per_s: { atLeast: 5_000 },
      time_to_bare_ratio: { atMost: 3 },
      start_ms: null,
      bare_start_ms: null,
      more_mb: null,
      bare_more_mb: null,
    },
  },
  {
    command: "npm run bench -- reclassify",
    program: ["bench/src/main.ts", "reclassify"],
    figures: {
      entries_per_s: null,
      bare_classifier_per_s: null,
      bare_sql_per_s: null,
      make_due_s: null,
      kills_count: { atLeast: 2 },
      resume_s: { atMost: 60 },
      unclassified_count: { atMost: 0 },
      classified_twice_count: { atMost: 0 },
    },
  },
  {
    command: "npm run bench -- publish",
    program: ["bench/src/main.ts", "publish"],
    figures: {
      ...Object.fromEntries(
        ["postgresql", "redis"].flatMap((backend) => [
          [`${backend}_early_count`, { atMost: 0 }],
          [`${backend}_lost_count`, { atMost: 0 }],
          [`${backend}_duplicate_count`, { atMost: 0 }],
          [`${backend}_bare_p99_ms`, null],
          [`${backend}_sent_late_ms`, null],
          [`${backend}_sent_p99_ms`, null],
          [`${backend}_arrived_late_ms`, null],
          [`${backend}_arrived_p99_ms`, { atMost: 250 }],
          [`${backend}_arrived_to_bare_p99_ratio`, null],
          [`${backend}_burst_early_count`, { atMost: 0 }],
          [`${backend}_burst_lost_count`, { atMost: 0 }],
          [`${backend}_burst_duplicate_count`, { atMost: 0 }],
          [`${backend}_burst_drain_ms`, null],
          [`${backend}_burst_bare_drain_ms`, null],
          [`${backend}_burst_to_bare_drain_ratio`, null],
          [`${backend}_burst_per_s`, null],
          [`${backend}_burst_first_of_others_late_ms`, null],
          [`${backend}_burst_requests_per_post`, null],
        ]),
      ),
      poll_late_ms: null,
      poll_p99_ms: null,
    },
  },
  {
    command: "npm run bench -- rights",
    program: ["bench/src/main.ts", "rights"],
    figures: { rights_probes_count: { atLeast: 60_000 }, rights_surprises_count: { atMost: 0 } },
  },
  {
    command: "npm run bench -- log-in",
    program: ["bench/src/main.ts", "log-in"],
    figures: {
      foreign_writes_routes_count: { atLeast: 200 },
      foreign_writes_requests_count: { atLeast: 20_000 },
      foreign_writes_surprises_count: { atMost: 0 },
      forged_log_ins_count: { atLeast: 2_000 },
      forged_log_ins_too_many_count: { atMost: 0 },
      ended_log_ins_count: { atLeast: 10 },
      ended_log_in_ms: { atMost: 1_000 },
    },
  },
  {
    command: "npm run bench -- sites",
    program: ["bench/src/main.ts", "sites"],
    figures: { sites_tests_count: { atLeast: 100 } },
  },
  restoreProof(),
  upgradeProof(),
  libraryProof(),
  scaleProof(),
  soakProof(),
  ...(["postgres", "redis"] as const).map(chaosProof),
  otherPlatformsProof(),
  controlProof(),
];

/** Each request of the library's page, in a library of 100,000 entries: the median, the 95th percentile, and to SQL. */
function libraryProof(): Proof {
  const chosen = [
    "platform",
    "kind",
    "source",
    "tag",
    "concept",
    "subject",
    "unused",
    "earned",
    "year",
  ];
  const searched = ["common_word", "rare_word", "prefix", "two_words"].map(
    (name) => `search_${name}`,
  );
  const orders = ["oldest", "earnings", "likes", "comments", "views"].map(
    (name) => `order_${name}`,
  );
  const requests = [
    ...["first", "500", ...orders, ...chosen, ...searched].map((name) => `page_${name}`),
    ...["all", ...chosen, ...searched].map((name) => `facets_${name}`),
  ];
  return {
    command: "npm run bench -- library",
    program: ["bench/src/main.ts", "library"],
    figures: {
      ...Object.fromEntries(
        requests.flatMap((name) => [
          [`${name}_ms`, null],
          [`${name}_p95_ms`, { atMost: 300 }],
          [`${name}_to_bare_ratio`, null],
        ]),
      ),
      first_thumbnails_ms: null,
      scroll_frame_ms: null,
      scroll_frame_p95_ms: null,
      scroll_frame_p99_ms: null,
      script_kb: { atMost: 200 },
    },
  };
}

/** Three thousand posts and a hundred kills under every fault, a third of the posts in each class. */
function chaosProof(backend: "postgres" | "redis"): Proof {
  const size = ["--posts", "3000", "--per-second", "6", "--kills", "110"];
  const args = [...size, "--backend", backend];
  const none = { atMost: 0 };
  return {
    command: `npm run chaos -- ${args.join(" ")}`,
    program: [chaosProgram, ...args],
    figures: {
      [`${backend}_posts_count`]: { atLeast: 3000 },
      [`${backend}_kills_count`]: { atLeast: 100 },
      ...Object.fromEntries(
        ["idempotent", "lookup", "blind"].flatMap((name) => [
          [`${backend}_${name}_duplicates_count`, none],
          [`${backend}_${name}_lost_count`, none],
          [`${backend}_${name}_needs_person_count`, name === "blind" ? null : none],
        ]),
      ),
      [`${backend}_wrong_state_count`]: none,
      [`${backend}_seconds`]: null,
    },
  };
}

/** The same faults before servers of other platforms: a real one, and a double written from its documentation. */
function otherPlatformsProof(): Proof {
  const size = ["--posts", "600", "--per-second", "3", "--kills", "30"];
  const args = [...size, "--class", "bluesky,mastodon"];
  const none = { atMost: 0 };
  return {
    command: `npm run chaos -- ${args.join(" ")}`,
    program: [chaosProgram, ...args],
    figures: {
      postgres_posts_count: { atLeast: 600 },
      postgres_kills_count: { atLeast: 25 },
      ...Object.fromEntries(
        ["bluesky", "mastodon"].flatMap((name) => [
          [`postgres_${name}_duplicates_count`, none],
          [`postgres_${name}_lost_count`, none],
          [`postgres_${name}_needs_person_count`, none],
        ]),
      ),
      postgres_wrong_state_count: none,
      postgres_seconds: null,
    },
  };
}

/** The usual design under the same faults: the harness sees its duplicates. */
function controlProof(): Proof {
  const args = ["--posts", "600", "--kills", "30", "--control"];
  return {
    command: `npm run chaos -- ${args.join(" ")}`,
    program: [chaosProgram, ...args],
    figures: {
      postgres_control_duplicates_count: { atLeast: 1 },
      postgres_control_lost_count: null,
      postgres_control_kills_count: null,
    },
  };
}
