import type { DuePost, PlatformSession } from "@genie/directus-client";
import { type Expiry, predictExpiry } from "@genie/schema";

/** How the session of an account stands. */
export type SessionHealth = {
  /** The one that holds; null when there is none. */
  session: PlatformSession | null;
  /** When it probably ends; null when that is not known. */
  expiry: Expiry | null;
  /** When it ends, the stored password opens the next one, and nothing is late for it. */
  renewsItself: boolean;
};

/** How the session of an account stands; `sessions` are all of hers, newest first. */
export function sessionHealth(
  sessions: readonly PlatformSession[],
  profileId: string,
  now: Date,
): SessionHealth {
  const own = sessions.filter((session) => session.profileId === profileId);
  const session = own.find(({ status }) => status === "active") ?? null;
  if (session === null) return { session, expiry: null, renewsItself: false };
  const earlier = own.filter(({ id }) => id !== session.id);
  return {
    session,
    expiry: predictExpiry(session, earlier, now),
    // That a password is stored says less: where the platform also asks for a code, only she can renew
    // it, and then the session in use was not opened by the password.
    renewsItself: session.capturedBy === "password_login" || session.capturedBy === "token",
  };
}

/** When the session that a post needs ends before it; null when it holds, or that is not known. */
export function endBefore({ expiry, renewsItself }: SessionHealth, at: Date): Date | null {
  if (expiry === null || renewsItself || expiry.at > at) return null;
  return expiry.at;
}

/** How many posts of an account are to go out before its session ends, and after. */
export function dueAround(
  { expiry }: SessionHealth,
  due: readonly DuePost[],
  profileId: string,
): { before: number; after: number } {
  const own = due.filter((post) => post.profileId === profileId);
  const after = own.filter(
    ({ scheduledFor }) => expiry !== null && expiry.at <= new Date(scheduledFor),
  ).length;
  return { before: own.length - after, after };
}

/** When the platform last took a session: its last use, or the log-in that it came from. */
export function lastGoodLogIn(
  sessions: readonly PlatformSession[],
  profileId: string,
): string | null {
  const moments = sessions
    .filter((session) => session.profileId === profileId)
    .flatMap(({ capturedAt, capturedBy, lastUsedAt }) => [
      ...(lastUsedAt === null ? [] : [lastUsedAt]),
      // What an extension hands over has not been tried yet.
      ...(capturedBy === "extension" ? [] : [capturedAt]),
    ]);
  return moments.toSorted((a, b) => Date.parse(a) - Date.parse(b)).at(-1) ?? null;
}
