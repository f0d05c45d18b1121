import { createBrowserClient, type PageDriver, type SealedSession } from "@genie/browser-client";
import { AppError } from "@genie/errors";
import type { Adapter } from "@genie/platforms";
import type { Context, Payload } from "../directus.ts";
import type { GateEnv } from "../gate-env.ts";
import { type Account, newestSession, type StoredSession } from "./account.ts";
import { accountRecords } from "./account-records.ts";
import { connectionAfter, noSession } from "./connection-after.ts";
import { endOfReading } from "./end-of-reading.ts";
import { forgetReading, keepReading, type Reading } from "./readings.ts";
import { sentenceOf } from "./step-failure.ts";

export type Opening = {
  context: Pick<Context, "database" | "getSchema" | "logger" | "services">;
  env: Pick<GateEnv, "BROWSER_READER_TOKEN" | "BROWSER_URL">;
  account: Account;
  adapter: Adapter;
  /** Gives the account back. */
  release: () => void;
};

/**
 * Signs in to an account with its stored session, which the browser service alone opens. When that
 * does not work the account says why, nothing is left open, and it throws.
 */
export async function openReading(opening: Opening): Promise<Reading> {
  const { account, context, release } = opening;
  const { updateProfile } = accountRecords(context);
  try {
    await updateProfile(account.id, { scrape_status: "running" });
    return await signIn(opening);
  } catch (error) {
    try {
      await updateProfile(account.id, afterFailedLogin(error, account));
    } finally {
      release();
    }
    throw error;
  }
}

async function signIn(opening: Opening): Promise<Reading> {
  const { account, adapter, context } = opening;
  const stored = await newestSession(context.database, account.id);
  if (!stored) throw noSession(adapter.platform.name, account);
  const records = accountRecords(context);
  const stop = new AbortController();
  const session = await startBrowser(opening, stored, stop.signal);
  const reading = readingOf(opening, stored, session, stop);
  try {
    if ((await adapter.resumeSession(reading.context, [])) === "expired") {
      await records.markSession(stored.id, "expired");
      throw noSession(adapter.platform.name, account);
    }
    await records.markSession(stored.id, "used");
    if (account.connection !== "connected") {
      const change = { connection_status: "connected", scrape_error: null };
      await records.updateProfile(account.id, change);
    }
    keepReading(reading);
    return reading;
  } catch (error) {
    await session.close().catch(() => {});
    stop.abort();
    throw error;
  }
}

function startBrowser(
  { account, adapter, env }: Opening,
  { userAgent }: StoredSession,
  signal: AbortSignal,
): Promise<SealedSession> {
  const client = createBrowserClient({ url: env.BROWSER_URL, token: env.BROWSER_READER_TOKEN });
  const mine = { account: account.id, timezone: account.timezone };
  const allowed_hosts = [...adapter.platform.hosts];
  return client.startSealedSession(
    { ...mine, allowed_hosts, ...(userAgent !== null && { user_agent: userAgent }) },
    signal,
  );
}

function readingOf(
  opening: Opening,
  stored: StoredSession,
  session: SealedSession,
  stop: AbortController,
): Reading {
  const { account, adapter } = opening;
  const page = withStoredCookies(session, stored, account);
  const end = endOfReading(opening, session, stop);
  const reading: Reading = {
    account,
    adapter,
    session,
    storedSessionId: stored.id,
    context: {
      username: account.username,
      // They are in the browser alone, behind the service's door.
      cookies: [],
      openPage: async () => page,
      fetch: readsPagesAlone,
      signal: stop.signal,
    },
    end: (failure) => {
      forgetReading(reading);
      return end(failure);
    },
  };
  return reading;
}

/** What reads accounts for flows has no session of theirs to send, so there is nothing to ask an API for. */
const readsPagesAlone: typeof globalThis.fetch = () =>
  Promise.reject(
    new AppError(
      "forbidden",
      "Flows read the pages of a platform alone. Nothing was changed; let Genie read the account by itself.",
    ),
  );

/** The adapter signs in as ever; its cookies are the stored ones, which nobody here can read. */
function withStoredCookies(
  session: SealedSession,
  { id, sealed }: StoredSession,
  { ownerId }: Account,
): PageDriver {
  return {
    ...session,
    cookieLogin: (_cookies, url) =>
      session.sealedCookieLogin({ sealed, row_id: id, owner_id: ownerId, url }),
  };
}

/** An account that waits for a log-in and says "error" is one whose log-in was refused: only the worker says so. */
function afterFailedLogin(error: unknown, account: Account): Payload {
  const connection = connectionAfter(error, account);
  const { connection_status: status = account.connection } = connection;
  const keepsStatus = status === "needs_login" && account.scraping !== "running";
  return {
    ...connection,
    scrape_status: keepsStatus ? account.scraping : "error",
    scrape_error: sentenceOf(error),
  };
}
