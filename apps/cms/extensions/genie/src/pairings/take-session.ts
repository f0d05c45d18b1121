import type { CaptureAnswer, CaptureRequest } from "@genie/pairing";
import type { Platform } from "@genie/platforms";
import { roles } from "@genie/schema";
import type { Accountability, Context } from "../directus.ts";
import { oneAtATime } from "../one-at-a-time.ts";
import { refusal } from "../refusals.ts";
import { capturedSessions } from "./captured-sessions.ts";
import { checkCookies } from "./check-cookies.ts";
import type { PairedBrowser } from "./paired-browser.ts";
import { startReading } from "./start-reading.ts";

/**
 * Stores the session of an account as a paired browser has it: a row that is renewed for as long as the
 * platform takes it.
 * An account that is new is made, under the rights of a program of its owner's. That it is connected says
 * the worker, when the session has held.
 */
export async function takeSession(
  context: Context,
  platforms: readonly Platform[],
  browser: PairedBrowser,
  request: CaptureRequest,
): Promise<CaptureAnswer> {
  const platform = platforms.find(({ id }) => id === request.platform);
  if (!platform) {
    throw refusal(
      "INVALID_PAYLOAD",
      "No session of this platform is taken from a browser here. Nothing was stored.",
    );
  }
  const expiresAt = checkCookies(platform, request.cookies, Date.now());
  const taken = await oneAtATime(
    context.database,
    `capture/${browser.user_id}/${platform.id}`,
    async () => {
      const account = await findOrMakeAccount(context, platform, browser, request.account);
      await storeSession(context, { browser, platform, account, request, expiresAt });
      return account;
    },
  );
  if (taken === undefined) {
    throw refusal(
      "CONFLICT",
      `Another session of ${platform.name} is being stored at this moment. Try again; nothing was lost.`,
    );
  }
  const session = (await capturedSessions(context.database, [taken])).get(taken);
  if (!session) throw refusal("CONFLICT", "The session was wiped at the same moment.");
  return {
    account_id: taken,
    key_id: session.key_id,
    captured_at: session.captured_at.toISOString(),
    expires_at: session.expires_at?.toISOString() ?? null,
    reading: request.read_now && (await startReading(context, asProgram(browser), taken)),
  };
}

async function findOrMakeAccount(
  { database, services, getSchema }: Context,
  platform: Platform,
  browser: PairedBrowser,
  wanted: CaptureRequest["account"],
): Promise<string> {
  const own = { user_id: browser.user_id, platform: platform.id };
  const username = "username" in wanted ? wanted.username.replace(/^@/, "") : undefined;
  const known = await database("creator_profiles")
    .where("id" in wanted ? { ...own, id: wanted.id } : { ...own, username })
    .first<{ id: string } | undefined>("id");
  if (known) return known.id;
  if (username === undefined) {
    throw refusal(
      "NOT_FOUND",
      `This account on ${platform.name} is not there. Nothing was stored.`,
    );
  }
  const persona = await database("user_personas")
    .where({ user_id: browser.user_id })
    .first<{ timezone: string | null } | undefined>("timezone");
  const accounts = new services.ItemsService("creator_profiles", {
    schema: await getSchema(),
    accountability: asProgram(browser),
  });
  return accounts.createOne({
    platform: platform.id,
    username,
    timezone: persona?.timezone ?? "UTC",
  });
}

async function storeSession(
  { database, services, getSchema }: Context,
  {
    browser,
    platform,
    account,
    request,
    expiresAt,
  }: {
    browser: PairedBrowser;
    platform: Platform;
    account: string;
    request: CaptureRequest;
    expiresAt: Date | null;
  },
): Promise<void> {
  const sessions = new services.ItemsService("platform_sessions", {
    schema: await getSchema(),
    accountability: null,
  });
  const content = {
    cookies: request.cookies,
    user_agent: request.user_agent,
    status: "active",
    captured_at: new Date().toISOString(),
    expires_at: expiresAt?.toISOString() ?? null,
    ended_at: null,
  };
  const known = (await capturedSessions(database, [account])).get(account);
  if (known?.status === "active") await sessions.updateOne(known.id, content);
  else {
    await sessions.createOne({
      ...content,
      user_id: browser.user_id,
      creator_profile_id: account,
      platform: platform.id,
      captured_by: "extension",
    });
  }
}

/** Her own rights to write, as a token of hers would have them. */
const asProgram = ({ user_id: user }: PairedBrowser): Accountability => ({
  user,
  role: roles.programWrites.id,
  roles: [roles.programWrites.id],
  admin: false,
  app: false,
  ip: null,
});
