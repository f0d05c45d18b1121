import type { Proof } from "./proofs.ts";

/** Two of a service beside one of it, and one of each killed in the midst of work. */
export function scaleProof(): Proof {
  const none = { atMost: 0 };
  return {
    command: "npm run bench -- scale",
    program: ["bench/src/main.ts", "scale"],
    figures: {
      ...Object.fromEntries(
        ["directus", "dashboard", "worker", "browser", "mcp", "postgres"].map((name) => [
          `${name}_pss_mb`,
          null,
        ]),
      ),
      ...Object.fromEntries(
        ["one_worker", "two_workers"].flatMap((name) => [
          [`${name}_posts_per_s`, null],
          [`${name}_lost_count`, none],
          [`${name}_duplicate_count`, none],
        ]),
      ),
      killed_posts_count: { atLeast: 24 },
      killed_scrapes_count: { atLeast: 8 },
      killed_lost_count: none,
      killed_duplicate_count: none,
      worker_least_share_ratio: { atLeast: 0.05 },
      browser_least_share_ratio: { atLeast: 0.05 },
      one_directus_requests_per_s: null,
      one_directus_p95_ms: null,
      two_directus_requests_per_s: null,
      two_directus_p95_ms: null,
    },
  };
}

/** Twenty posts a second for a quarter of an hour. */
export function soakProof(): Proof {
  const services = ["directus", "dashboard", "worker", "browser", "mcp", "postgres"];
  return {
    command: "npm run bench -- soak",
    program: ["bench/src/main.ts", "soak"],
    takesMinutes: true,
    figures: {
      // Of what is resident, pages that processes share count for each of them; those of PostgreSQL are shared by all of its own.
      idle_rss_mb: null,
      idle_pss_mb: { atMost: 1229 },
      minutes: { atLeast: 15 },
      posts_count: { atLeast: 18_000 },
      lost_count: { atMost: 0 },
      duplicate_count: { atMost: 0 },
      late_ms: null,
      overdue_most_count: { atMost: 400 },
      queue_rows_most_count: { atMost: 20_000 },
      ...Object.fromEntries(
        services.flatMap((name) => [
          [`${name}_mb_per_min`, { atMost: 3 }],
          [`${name}_most_pss_mb`, null],
        ]),
      ),
    },
  };
}

/** A backup of what runs, and what comes back of it. */
export function restoreProof(): Proof {
  const none = { atMost: 0 };
  return {
    command: "npm run bench -- restore",
    program: ["bench/src/main.ts", "restore"],
    figures: {
      rows_count: { atLeast: 50_000 },
      tables_count: { atLeast: 60 },
      files_count: { atLeast: 300 },
      backup_mb: null,
      backup_s: null,
      verify_s: null,
      restore_s: null,
      verify_differences_count: none,
      different_rows_count: none,
      unreadable_values_count: none,
      different_files_count: none,
      publishing_stopped_count: { atLeast: 1 },
    },
  };
}

/** From the form of an earlier release to this one, and back. */
export function upgradeProof(): Proof {
  const none = { atMost: 0 };
  return {
    command: "npm run bench -- upgrade",
    program: ["bench/src/main.ts", "upgrade"],
    figures: {
      rows_count: { atLeast: 50_000 },
      upgrade_s: null,
      backups_count: { atLeast: 1 },
      forward_different_rows_count: none,
      forward_missing_parts_count: none,
      forward_unfilled_count: none,
      back_different_rows_count: none,
      back_different_columns_count: none,
    },
  };
}
