import { createItem, readItems, updateItem } from "@directus/sdk";
import type { CreatorProfile, PlatformSession } from "@genie/schema";
import type { DirectusClient } from "./create-directus-client.ts";

/** A platform account with its log-in, still sealed. */
export type WorkerProfile = {
  id: string;
  ownerId: string;
  platform: string;
  username: string;
  credentials: CreatorProfile["credentials"];
  connection: CreatorProfile["connection_status"];
  /** What its own server takes, where servers of the platform differ. */
  platformLimits: CreatorProfile["platform_limits"];
  /** Of the newest post when all posts down to a known one had been read; null: never yet. */
  postsReadUntil: Date | null;
  /** When reading all posts to the very end last began. */
  postsReadWholeAt: Date | null;
};

/** The account of a profile; null when it was removed. */
export async function readWorkerProfile(
  client: DirectusClient,
  id: string,
): Promise<WorkerProfile | null> {
  const [row] = await client.send(
    readItems("creator_profiles", {
      fields: [
        "id",
        "user_id",
        "platform",
        "username",
        "credentials",
        "connection_status",
        "platform_limits",
        "posts_read_until",
        "posts_read_whole_at",
      ],
      filter: { id: { _eq: id } },
      limit: 1,
    }),
  );
  if (row === undefined) return null;
  return {
    id: row.id,
    ownerId: row.user_id,
    platform: row.platform,
    username: row.username,
    credentials: row.credentials,
    connection: row.connection_status,
    platformLimits: row.platform_limits,
    postsReadUntil: row.posts_read_until === null ? null : new Date(row.posts_read_until),
    postsReadWholeAt: row.posts_read_whole_at === null ? null : new Date(row.posts_read_whole_at),
  };
}

/** When a profile is to be scraped. */
export type ScrapePlan = {
  isEnabled: boolean;
  /** A cron expression, in `timezone`. */
  cron: string;
  timezone: string;
  /** The last log-in was refused, or wants the person. */
  loginRefused: boolean;
};

/** The plan of a profile; null when it was removed. */
export async function readScrapePlan(
  client: DirectusClient,
  id: string,
): Promise<ScrapePlan | null> {
  const [row] = await client.send(
    readItems("creator_profiles", {
      fields: [
        "scrape_enabled",
        "scrape_frequency",
        "timezone",
        "connection_status",
        "scrape_status",
      ],
      filter: { id: { _eq: id } },
      limit: 1,
    }),
  );
  if (row === undefined) return null;
  return {
    isEnabled: row.scrape_enabled,
    cron: row.scrape_frequency,
    timezone: row.timezone,
    loginRefused: row.connection_status === "needs_login" && row.scrape_status === "error",
  };
}

/**
 * Those of the accounts that can still be got into: with a password, with a session that holds, or soon,
 * because somebody is asked to sign in.
 */
export async function findReachable(
  client: DirectusClient,
  ids: readonly string[],
): Promise<Set<string>> {
  const among = { _in: [...ids] };
  const [profiles, sessions, asked] = await Promise.all([
    client.send(
      readItems("creator_profiles", {
        fields: ["id"],
        filter: { id: among, credentials: { _nnull: true } },
        limit: -1,
      }),
    ),
    client.send(
      readItems("platform_sessions", {
        fields: ["creator_profile_id"],
        filter: { creator_profile_id: among, status: { _eq: "active" } },
        limit: -1,
      }),
    ),
    client.send(
      readItems("hitl_sessions", {
        fields: ["creator_profile_id"],
        filter: { creator_profile_id: among, status: { _eq: "pending" } },
        limit: -1,
      }),
    ),
  ]);
  return new Set([
    ...profiles.map(({ id }) => id),
    ...[...sessions, ...asked].map((row) => row.creator_profile_id),
  ]);
}

export type ProfileChange = Partial<
  Pick<
    CreatorProfile,
    | "connection_status"
    | "last_scraped_at"
    | "platform_limits"
    | "posts_read_until"
    | "posts_read_whole_at"
    | "profile_data"
    | "scrape_error"
    | "scrape_status"
  >
>;

/** Says how a profile's connection and its last scrape stand. */
export async function updateProfileState(
  client: DirectusClient,
  id: string,
  change: ProfileChange,
): Promise<void> {
  await client.send(updateItem("creator_profiles", id, change, { fields: ["id"] }));
}

/** A session on a platform, its cookies still sealed. */
export type StoredSession = {
  id: string;
  cookies: PlatformSession["cookies"];
  userAgent: string | null;
};

/** The newest session of a profile that may still hold; null when there is none. */
export async function readActiveSession(
  client: DirectusClient,
  profileId: string,
): Promise<StoredSession | null> {
  const [row] = await client.send(
    readItems("platform_sessions", {
      fields: ["id", "cookies", "user_agent"],
      filter: { creator_profile_id: { _eq: profileId }, status: { _eq: "active" } },
      sort: ["-captured_at"],
      limit: 1,
    }),
  );
  return row === undefined ? null : { id: row.id, cookies: row.cookies, userAgent: row.user_agent };
}

export type NewSession = {
  /** What is kept of it, as the browser client seals it. */
  cookies: object;
  userAgent: string;
  expiresAt: Date | null;
  capturedBy: "live_login" | "password_login" | "token";
};

/**
 * Keeps the cookies of a log-in as a new row; the gate seals them on their way in and gives up what
 * the account had before. Answers the row's id.
 */
export async function saveSession(
  client: DirectusClient,
  profile: Pick<WorkerProfile, "id" | "ownerId" | "platform">,
  { cookies, userAgent, expiresAt, capturedBy }: NewSession,
): Promise<string> {
  const row = {
    user_id: profile.ownerId,
    creator_profile_id: profile.id,
    platform: profile.platform,
    cookies: asPlaintext(cookies),
    user_agent: userAgent.slice(0, 512),
    expires_at: expiresAt?.toISOString() ?? null,
    captured_by: capturedBy,
  };
  const made = await client.send(createItem("platform_sessions", row, { fields: ["id"] }));
  return made.id;
}

/** Notes that a session still held, or that the platform refuses it from now on. */
export async function markSession(
  client: DirectusClient,
  id: string,
  what: "expired" | "used",
): Promise<void> {
  const change =
    what === "used" ? { last_used_at: now() } : { status: "expired" as const, ended_at: now() };
  await client.send(updateItem("platform_sessions", id, change, { fields: ["id"] }));
}

/** A profile's figures at a moment; null where the platform does not show one. */
export type NewSnapshot = {
  ownerId: string;
  profileId: string;
  takenAt: Date;
  followers: number | null;
  following: number | null;
  posts: number | null;
  likes: number | null;
  /** In the currency's unit, as a decimal. */
  earnings: string | null;
};

/** Adds a point to the course of a profile's figures. */
export async function addProfileSnapshot(
  client: DirectusClient,
  { ownerId, profileId, takenAt, ...figures }: NewSnapshot,
): Promise<void> {
  const row = {
    ...figures,
    user_id: ownerId,
    creator_profile_id: profileId,
    taken_at: takenAt.toISOString(),
  };
  await client.send(createItem("profile_snapshots", row, { fields: ["id"] }));
}

// A sealed field is typed as it is read; what is written is plaintext for the gate to seal.
const asPlaintext = (secret: unknown) => secret as NonNullable<PlatformSession["cookies"]>;

const now = () => new Date().toISOString();
