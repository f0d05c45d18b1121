import { type Collection, type CollectionName, collections } from "@genie/schema";
import type { Payload } from "../../directus.ts";

export type ImportStep = {
  collection: Collection;
  /** What it becomes here; null leaves it out. */
  change: (row: Payload) => Payload;
  /** Where an existing row stands for it, whether its empty fields are filled. */
  fills?: true;
};

const asIs = (row: Payload) => row;

/** An account comes in with nobody signed in to it, and nothing is read of it until somebody is. */
const unconnected = (row: Payload): Payload => ({
  ...row,
  scrape_enabled: false,
  scrape_status: "idle",
  scrape_error: null,
  connection_status: "needs_login",
  publish_after: null,
});

/** What a post has from being sent and looked at. */
const ofSending = new Set([
  "generation",
  "attempt_no",
  "retry_at",
  "asked_at",
  "left_at",
  "still_live_at",
  "verified_at",
]);

/** What was to go out is a draft. What has been out, or was given up, is called off: neither goes out by itself. */
function unplanned(row: Payload): Payload {
  const kept = Object.fromEntries(Object.entries(row).filter(([field]) => !ofSending.has(field)));
  const waits = kept["status"] === "draft" || kept["status"] === "pending";
  return { ...kept, status: waits ? "draft" : "cancelled" };
}

/** What comes in, each after what it refers to. */
const steps: readonly (readonly [CollectionName, ImportStep["change"], "fills"?])[] = [
  ["creator_profiles", unconnected],
  ["profile_snapshots", asIs],
  ["scraped_media", asIs],
  ["scraped_media_files", asIs],
  ["media_snapshots", asIs],
  ["fan_profiles", asIs],
  ["fan_snapshots", asIs],
  ["scheduled_posts", unplanned],
  ["scheduled_posts_media", asIs],
  ["publish_pauses", asIs],
  ["rule_packs", asIs],
  ["media_presets", asIs],
  ["tag_overrides", asIs],
  ["saved_views", asIs],
  ["conversations", asIs],
  ["user_personas", asIs, "fills"],
];

export const importSteps: readonly ImportStep[] = steps.map(([name, change, fills]) => ({
  collection: collections[name],
  change,
  ...(fills && { fills: true as const }),
}));

/** What stays in the file, and why: histories of another installation. */
export const notImported: ReadonlyMap<string, string> = new Map([
  ["directus_users", "your account here stays as it is"],
  ["directus_notifications", "what you were told there"],
  ["platform_sessions", "log-ins are made anew"],
  ["hitl_sessions", "log-ins are made anew"],
  ["publish_attempts", "what was tried there"],
  ["media_jobs", "work that was done there"],
  ["agent_audits", "what was done for you there"],
  ["confirmations", "what you were asked there"],
]);
