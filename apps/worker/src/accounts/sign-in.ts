import { type Cookie, sealedSession } from "@genie/browser-client";
import type { KeyRing } from "@genie/crypto";
import type { ProfileChange, StoredSession, WorkerProfile } from "@genie/directus-client";
import { AppError } from "@genie/errors";
import type { Adapter, AdapterContext } from "@genie/platforms";
import type { AccountRecords } from "./account-records.ts";
import { openCredentials, openSession } from "./open-secrets.ts";

/** The account to sign in to, and what its stored session was when we began. */
export type SigningIn = {
  records: AccountRecords;
  keyRing: KeyRing;
  profile: WorkerProfile;
  stored: StoredSession | null;
  adapter: Adapter;
  context: AdapterContext;
  /** Lets the person into the browser that shows what the platform asks her for. */
  letIn: (askedId: string) => Promise<void>;
};

export type SignedIn = { sessionId: string; cookies: Cookie[] };

/**
 * Signs in with the stored session, or with the password when that has ended, and answers the session
 * in use. When neither works, the profile says so and the error tells the person what to
 * do (`reconnect_required`). Where only she can go on she is asked (`person_needed`), and until she has
 * answered nothing is tried in her stead.
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
  const opened = openSession(keyRing, stored, profile.ownerId);
  if (opened !== null) {
    const { cookies, local_storage: localStorage } = opened;
    if ((await adapter.resumeSession({ ...context, localStorage }, cookies)) === "active") {
      await records.markSession(stored.id, "used");
      return { sessionId: stored.id, cookies };
    }
  }
  await records.markSession(stored.id, "expired");
  return null;
}

async function logIn(account: SigningIn): Promise<SignedIn> {
  const { records, keyRing, profile, stored, adapter, context } = account;
  const { platform } = adapter;
  if ((await records.findAsked(profile.id)) !== null) throw stillAsked(platform);
  const credentials = openCredentials(keyRing, profile, platform);
  if (credentials === null) {
    if (stored !== null) throw await askForLogIn(account);
    throw new AppError(
      "reconnect_required",
      `There is no session on ${platform.name} that still holds, and no password to open one. Connect the account again; nothing was lost.`,
    );
  }
  const result = await adapter.logIn(context, credentials);
  if (result.kind === "signed_in") {
    const { cookies, localStorage = [], userAgent, expiresAt } = result;
    const session = {
      cookies: sealedSession({ cookies, local_storage: localStorage }),
      userAgent,
      expiresAt,
      capturedBy: platform.connectBy.includes("token") ? "token" : "password_login",
    } as const;
    return { sessionId: await records.saveSession(profile, session), cookies };
  }
  const reason = result.challenge === "captcha" ? "challenge" : "two_factor";
  await account.letIn(await records.askPerson(profile, { reason, notes: result.sentence }));
  throw new AppError("person_needed", result.sentence);
}

/** Asks for a new log-in where the session has ended and there is no password. Answers what to throw. */
export async function askForLogIn({
  records,
  profile,
  adapter: { platform },
}: Pick<SigningIn, "adapter" | "profile" | "records">): Promise<AppError> {
  const ended = `The session on ${platform.name} has ended.`;
  if (platform.connectBy.every((way) => way === "password" || way === "token")) {
    return new AppError(
      "reconnect_required",
      `${ended} Connect the account again; nothing was lost.`,
    );
  }
  const notes = `${ended} Sign in again; what waits for it goes on by itself, and nothing was lost.`;
  await records.askPerson(profile, { reason: "session_expired", notes });
  return new AppError("person_needed", notes);
}

function stillAsked({ name }: Adapter["platform"]): AppError {
  return new AppError(
    "person_needed",
    `${name} waits for you to sign in. What waits for it goes on by itself then; nothing was lost.`,
  );
}

function connectionAfter(
  error: unknown,
  { profile, stored }: SigningIn,
): ProfileChange["connection_status"] | undefined {
  if (!(error instanceof AppError)) return undefined;
  if (error.code === "unopenable") return "error";
  if (error.code !== "reconnect_required" && error.code !== "person_needed") return undefined;
  return stored !== null && profile.credentials === null ? "expired" : "needs_login";
}
