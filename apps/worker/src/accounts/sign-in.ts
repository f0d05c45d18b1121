import type { Cookie } from "@genie/browser-client";
import type { KeyRing } from "@genie/crypto";
import type { ProfileChange, StoredSession, WorkerProfile } from "@genie/directus-client";
import { AppError } from "@genie/errors";
import type { Adapter, AdapterContext } from "@genie/platforms";
import type { AccountRecords } from "./account-records.ts";
import { openCookies, openCredentials } from "./open-secrets.ts";

/** The account to sign in to, and what its stored session was when we began. */
export type SigningIn = {
  records: AccountRecords;
  keyRing: KeyRing;
  profile: WorkerProfile;
  stored: StoredSession | null;
  adapter: Adapter;
  context: AdapterContext;
};

export type SignedIn = { sessionId: string; cookies: Cookie[] };

/**
 * Signs in with the stored session, or with the password when that has ended, and answers the session
 * in use. When neither works, the profile says so and the error tells the person what to
 * do (`reconnect_required`). A challenge is put to the person.
 */
export async function signIn(account: SigningIn): Promise<SignedIn> {
  const { records, profile } = account;
  try {
    const signedIn = (await resume(account)) ?? (await logIn(account));
    if (profile.connection !== "connected") {
      await records.updateProfile(profile.id, {
        connection_status: "connected",
        scrape_error: null,
      });
    }
    return signedIn;
  } catch (error) {
    const connection_status = connectionAfter(error, account);
    if (connection_status !== undefined && error instanceof AppError) {
      const change = { connection_status, scrape_error: error.message };
      await records.updateProfile(profile.id, change);
    }
    throw error;
  }
}

async function resume({
  records,
  keyRing,
  profile,
  stored,
  adapter,
  context,
}: SigningIn): Promise<SignedIn | null> {
  if (stored === null) return null;
  const cookies = openCookies(keyRing, stored, profile.ownerId);
  if (cookies !== null && (await adapter.resumeSession(context, cookies)) === "active") {
    await records.markSession(stored.id, "used");
    return { sessionId: stored.id, cookies };
  }
  await records.markSession(stored.id, "expired");
  return null;
}

async function logIn({
  records,
  keyRing,
  profile,
  adapter,
  context,
}: SigningIn): Promise<SignedIn> {
  const { platform } = adapter;
  const credentials = openCredentials(keyRing, profile, platform);
  if (credentials === null) {
    throw new AppError(
      "reconnect_required",
      `There is no session on ${platform.name} that still holds, and no password to open one. Connect the account again; nothing was lost.`,
    );
  }
  const result = await adapter.logIn(context, credentials);
  if (result.kind === "signed_in") {
    return { sessionId: await records.saveSession(profile, result), cookies: result.cookies };
  }
  const reason = result.challenge === "captcha" ? "challenge" : "two_factor";
  await records.askPerson(profile, { reason, notes: result.sentence });
  throw new AppError("reconnect_required", result.sentence);
}

function connectionAfter(
  error: unknown,
  { profile, stored }: SigningIn,
): ProfileChange["connection_status"] | undefined {
  if (!(error instanceof AppError)) return undefined;
  if (error.code === "unopenable") return "error";
  if (error.code !== "reconnect_required") return undefined;
  return stored !== null && profile.credentials === null ? "expired" : "needs_login";
}
