import type { FanProfile, FanSnapshot as SnapshotRow } from "@genie/schema";
import type { DirectusClient } from "./create-directus-client.ts";
import { onlyOwn, type RowReader } from "./only-own.ts";
import { type PageCursor, readPage } from "./read-page.ts";
import { countRows, readRows } from "./read-rows.ts";

/**
 * A fan of one account. Money in the account's currency, as an exact number in text; times are ISO 8601;
 * null where the platform does not say.
 */
export type Fan = {
  id: string;
  account: { id: string; platform: string; username: string };
  username: string | null;
  displayName: string | null;
  tier: string | null;
  status: FanProfile["status"];
  subscribedAt: string | null;
  totalSpent: string | null;
  lastInteraction: string | null;
  /** As `scoreFan` gave it at the last reading; null for one that was never read. */
  score: number | null;
  /** The creator's own words; empty when there are none. */
  notes: string;
  /** When she was first seen. */
  createdAt: string | null;
};

/** `score`, `spent`, `recent`: the greatest or latest first, and those without it at the end. */
export type FanOrder = "name" | "recent" | "score" | "spent";

export type FanQuery = {
  /** A part of the name or username. */
  search?: string | undefined;
  status?: Fan["status"] | undefined;
  /** The id of an account. */
  account?: string | undefined;
  minScore?: number | undefined;
  /** `score` when it is left out. */
  sort?: FanOrder | undefined;
};

/** Where a page of fans starts. */
export type FanCursor = PageCursor;
export type FanPage = { fans: Fan[]; next: FanCursor | null };

/** What a reading found of a fan, when that was something new. */
export type FanSnapshot = {
  takenAt: string;
  status: Fan["status"];
  tier: string | null;
  totalSpent: string | null;
  score: number | null;
};

const own = [
  "id",
  "username",
  "display_name",
  "tier",
  "status",
  "subscribed_at",
  "total_spent",
  "last_interaction",
  "engagement_score",
  "notes",
  "date_created",
] as const satisfies readonly (keyof FanProfile)[];

type FanRow = Pick<FanProfile, (typeof own)[number]> & { creator_profile_id: Fan["account"] };

const fields: readonly string[] = [
  ...own,
  ...["id", "platform", "username"].map((field) => `creator_profile_id.${field}`),
];

const figures = {
  name: null,
  recent: "last_interaction",
  score: "engagement_score",
  spent: "total_spent",
} as const satisfies Record<FanOrder, keyof FanProfile | null>;

/** A page of the fans of the caller's accounts. */
export async function listFans(
  client: DirectusClient,
  viewer: RowReader,
  query: FanQuery = {},
  { cursor, limit = 50 }: { cursor?: FanCursor | undefined; limit?: number } = {},
): Promise<FanPage> {
  const { rows, next } = await readPage<FanRow>(client, "fan_profiles", {
    fields,
    filter: filterOf(viewer, query),
    figure: figures[query.sort ?? "score"],
    sort: ["display_name", "username", "id"],
    cursor,
    limit,
  });
  return { fans: rows.map(toFan), next };
}

/** How many fans a query finds. */
export async function countFans(
  client: DirectusClient,
  viewer: RowReader,
  query: FanQuery = {},
): Promise<number> {
  return countRows(client, "fan_profiles", filterOf(viewer, query));
}

/** One fan; null when she is none of the caller's or does not exist. */
export async function readFan(client: DirectusClient, id: string): Promise<Fan | null> {
  const filter = { id: { _eq: id } };
  const [row] = await readRows<FanRow>(client, "fan_profiles", { fields, filter, limit: 1 });
  return row === undefined ? null : toFan(row);
}

/** How a fan stood at each reading that found something new about her, oldest first; the latest 500. */
export async function listFanSnapshots(
  client: DirectusClient,
  fanId: string,
): Promise<FanSnapshot[]> {
  const rows = await readRows<SnapshotRow>(client, "fan_snapshots", {
    fields: ["taken_at", "status", "tier", "total_spent", "engagement_score"],
    filter: { fan_profile_id: { _eq: fanId } },
    sort: ["-taken_at"],
    limit: 500,
  });
  return rows
    .map((row) => ({
      takenAt: row.taken_at,
      status: row.status,
      tier: row.tier,
      totalSpent: row.total_spent,
      score: row.engagement_score,
    }))
    .toReversed();
}

function toFan(row: FanRow): Fan {
  return {
    id: row.id,
    account: row.creator_profile_id,
    username: row.username,
    displayName: row.display_name,
    tier: row.tier,
    status: row.status,
    subscribedAt: row.subscribed_at,
    totalSpent: row.total_spent,
    lastInteraction: row.last_interaction,
    score: row.engagement_score,
    notes: row.notes ?? "",
    createdAt: row.date_created,
  };
}

function filterOf(viewer: RowReader, query: FanQuery): Record<string, unknown> {
  const { search, status, account, minScore } = query;
  const words = { _icontains: search };
  return {
    ...onlyOwn(viewer).filter,
    ...(search && { _or: [{ display_name: words }, { username: words }] }),
    ...(status && { status: { _eq: status } }),
    ...(account && { creator_profile_id: { _eq: account } }),
    ...(minScore !== undefined && { engagement_score: { _gte: minScore } }),
  };
}
