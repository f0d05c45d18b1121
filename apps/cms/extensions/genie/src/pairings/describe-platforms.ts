import type { PairingOverview } from "@genie/pairing";
import type { Platform } from "@genie/platforms";
import type { CreatorProfile } from "@genie/schema";
import type { Knex } from "knex";
import type { Context } from "../directus.ts";
import { type CapturedSession, capturedSessions } from "./captured-sessions.ts";
import type { PairedBrowser } from "./paired-browser.ts";

type AccountRow = Pick<CreatorProfile, "connection_status" | "id" | "platform" | "username">;

/** What the browser may hand over, and how that stands. */
export async function describePlatforms(
  { database }: Context,
  platforms: readonly Platform[],
  { id, name, expires_at: expiresAt, user_id: user }: PairedBrowser,
): Promise<PairingOverview> {
  const accounts = await accountsOf(database, user);
  const sessions = await capturedSessions(
    database,
    accounts.map((account) => account.id),
  );
  return {
    pairing: { id, name, expires_at: expiresAt.toISOString() },
    platforms: platforms.map((platform) => ({
      id: platform.id,
      name: platform.name,
      origin: platform.origin,
      log_in_url: platform.logInUrl,
      hosts: [...platform.hosts],
      cookies: [...platform.capturedCookies],
      session_cookies: [...platform.sessionCookies],
      accounts: accounts
        .filter((account) => account.platform === platform.id)
        .map((account) => describeAccount(account, sessions.get(account.id))),
    })),
  };
}

const accountsOf = (database: Knex, user: string): Promise<AccountRow[]> =>
  database("creator_profiles")
    .where({ user_id: user })
    .orderBy("username")
    .select("id", "platform", "username", "connection_status");

function describeAccount(
  { id, username, connection_status: connection }: AccountRow,
  session: CapturedSession | undefined,
) {
  return {
    id,
    username,
    connection,
    session: session
      ? {
          key_id: session.key_id,
          captured_at: session.captured_at.toISOString(),
          expires_at: session.expires_at?.toISOString() ?? null,
          status: session.status,
        }
      : null,
  };
}
