import type { SealedValue } from "@genie/crypto";
import type { Knex } from "knex";
import { callerOf, ownerSeenBy } from "../caller.ts";
import type { Accountability } from "../directus.ts";
import { refusal } from "../refusals.ts";

/** A platform account that is to be read. */
export type Account = {
  id: string;
  ownerId: string;
  platform: string;
  username: string;
  timezone: string;
  connection: string;
  /** How the last reading of it went, before this one. */
  scraping: string;
  /** Whether the worker can sign in again by itself. */
  hasPassword: boolean;
};

/**
 * The account that a step of a flow names, for whoever started the flow: creators and their programs
 * reach their own alone. One that is not there is refused in the same words.
 */
export async function requireAccount(
  database: Knex,
  accountability: Accountability | null,
  id: string,
): Promise<Account> {
  const owner = ownerSeenBy(accountability);
  const row = callerOf(accountability) === "stranger" ? undefined : await read(database, id);
  if (row && (owner === null || row.ownerId === owner)) return row;
  throw notYours();
}

/**
 * The account that an action opens, signed in, and shows to who runs it: her own alone, an administrator's
 * as well.
 */
export async function requireOwnAccount(
  database: Knex,
  { user }: { user: string },
  id: string,
): Promise<Account> {
  const row = await read(database, id);
  if (row?.ownerId === user) return row;
  throw notYours();
}

const notYours = () =>
  refusal("FORBIDDEN", "This account is not there, or is not yours. Nothing was started.");

async function read(database: Knex, id: string): Promise<Account | undefined> {
  const row = await database("creator_profiles")
    .where({ id })
    .first<(Omit<Account, "hasPassword"> & { credentials: unknown }) | undefined>(
      "id",
      "platform",
      "username",
      "timezone",
      "credentials",
      { ownerId: "user_id", connection: "connection_status", scraping: "scrape_status" },
    );
  if (!row) return undefined;
  const { credentials, ...account } = row;
  return { ...account, hasPassword: credentials !== null };
}

/** Cookies as they are stored, sealed. */
export type StoredSession = { id: string; sealed: string; userAgent: string | null };

/** The newest session of an account that may still hold. */
export async function newestSession(
  database: Knex,
  accountId: string,
): Promise<StoredSession | undefined> {
  const row = await database("platform_sessions")
    .where({ creator_profile_id: accountId, status: "active" })
    .whereNotNull("cookies")
    .orderBy("captured_at", "desc")
    .first<{ id: string; cookies: SealedValue; userAgent: string | null } | undefined>(
      "id",
      "cookies",
      { userAgent: "user_agent" },
    );
  return row && { id: row.id, sealed: row.cookies.sealed, userAgent: row.userAgent };
}
