import { createItem, deleteItem, readItems, updateItem } from "@directus/sdk";
import type { CreatorProfile } from "@genie/schema";
import type { DirectusClient } from "./create-directus-client.ts";
import { onlyOwn, type RowReader } from "./only-own.ts";
import { countRows } from "./read-rows.ts";

/** An account on a platform, without its secrets: those are written and never read. */
export type Profile = {
  id: string;
  platform: string;
  username: string;
  connection: CreatorProfile["connection_status"];
  scraping: CreatorProfile["scrape_status"];
  /** The sentence of the last reading that failed. */
  problem: string | null;
  lastScrapedAt: string | null;
  scrapeEnabled: boolean;
  /** A cron expression, in `timezone`. */
  scrapeFrequency: string;
  timezone: string;
  /** What its own server takes, where servers of the platform differ; for `limitsOf`. */
  platformLimits: Record<string, unknown> | null;
  /** What the last reading found, as the worker wrote it. */
  figures: Record<string, unknown> | null;
  createdAt: string | null;
};

/** What goes with a profile, and what stays without it. */
export type ProfileContents = { plannedPosts: number; pastPosts: number; media: number };

/** What the creator entered, by the names of the platform's fields. */
type Credentials = Record<string, string>;

type ProfileChange = {
  username?: string;
  credentials?: Credentials;
  scrapeEnabled?: boolean;
  scrapeFrequency?: string;
};

/** The caller's accounts, oldest first. */
export async function listProfiles(client: DirectusClient, viewer: RowReader): Promise<Profile[]> {
  const rows = await client.send(
    readItems("creator_profiles", {
      fields: [
        "id",
        "platform",
        "username",
        "connection_status",
        "scrape_status",
        "scrape_error",
        "last_scraped_at",
        "scrape_enabled",
        "scrape_frequency",
        "timezone",
        "profile_data",
        "platform_limits",
        "date_created",
      ],
      sort: ["date_created", "id"],
      limit: -1,
      ...onlyOwn(viewer),
    }),
  );
  return rows.map((row) => ({
    id: row.id,
    platform: row.platform,
    username: row.username,
    connection: row.connection_status,
    scraping: row.scrape_status,
    problem: row.scrape_error,
    lastScrapedAt: row.last_scraped_at,
    scrapeEnabled: row.scrape_enabled,
    scrapeFrequency: row.scrape_frequency,
    timezone: row.timezone,
    platformLimits: row.platform_limits,
    figures: row.profile_data,
    createdAt: row.date_created,
  }));
}

/** Connects an account, read regularly from then on, and gives its id. The gate seals the log-in. */
export async function createProfile(
  client: DirectusClient,
  profile: { platform: string; username: string; credentials?: Credentials; timezone: string },
): Promise<string> {
  const { id } = await client.send(
    createItem(
      "creator_profiles",
      {
        platform: profile.platform,
        username: profile.username,
        ...(profile.credentials && { credentials: plaintext(profile.credentials) }),
        scrape_enabled: true,
        timezone: profile.timezone,
      },
      { fields: ["id"] },
    ),
  );
  return id;
}

/** Changes an account of the caller's. */
export async function updateProfile(
  client: DirectusClient,
  id: string,
  change: ProfileChange,
): Promise<void> {
  const row = {
    ...(change.username !== undefined && { username: change.username }),
    ...(change.credentials !== undefined && { credentials: plaintext(change.credentials) }),
    ...(change.scrapeEnabled !== undefined && { scrape_enabled: change.scrapeEnabled }),
    ...(change.scrapeFrequency !== undefined && { scrape_frequency: change.scrapeFrequency }),
  };
  await client.send(updateItem("creator_profiles", id, row, { fields: ["id"] }));
}

/**
 * Forgets an account: its log-in, sessions, figures, jobs and posts are deleted, its media stay.
 * Throws `conflict` while one of its posts is on its way to the platform; then nothing is deleted.
 */
export async function deleteProfile(client: DirectusClient, id: string): Promise<void> {
  await client.send(deleteItem("creator_profiles", id));
}

/** What `deleteProfile` would touch. */
export async function readProfileContents(
  client: DirectusClient,
  id: string,
): Promise<ProfileContents> {
  const ofProfile = { creator_profile_id: { _eq: id } };
  const over = ["published", "failed", "missed", "cancelled"];
  const [posts, pastPosts, media] = await Promise.all([
    countRows(client, "scheduled_posts", ofProfile),
    countRows(client, "scheduled_posts", { ...ofProfile, status: { _in: over } }),
    countRows(client, "scraped_media", ofProfile),
  ]);
  return { plannedPosts: posts - pastPosts, pastPosts, media };
}

/** The schema types the column as it is stored, sealed; a caller writes plaintext into it. */
function plaintext(credentials: Credentials): NonNullable<CreatorProfile["credentials"]> {
  return credentials as unknown as NonNullable<CreatorProfile["credentials"]>;
}
