import { StoredCookies } from "@genie/browser-client";
import { type KeyRing, openJson } from "@genie/crypto";
import type { StoredSession, WorkerProfile } from "@genie/directus-client";
import type { Credentials, Platform } from "@genie/platforms";
import { countOpened } from "../metrics.ts";

/** The log-in that the creator entered; null when there is none, or it lacks what the platform asks for. */
export function openCredentials(
  keyRing: KeyRing,
  profile: WorkerProfile,
  platform: Platform,
): Credentials | null {
  const { credentials } = profile;
  if (credentials === null) return null;
  const opened = countOpened(() =>
    openJson(keyRing, credentials.sealed, {
      collection: "creator_profiles",
      field: "credentials",
      rowId: profile.id,
      ownerId: profile.ownerId,
    }),
  );
  return platform.credentials.safeParse(opened).data ?? null;
}

/** What is stored of a session; null when it is nothing that a browser takes. */
export function openSession(
  keyRing: KeyRing,
  session: StoredSession,
  ownerId: string,
): StoredCookies | null {
  const { cookies } = session;
  if (cookies === null) return null;
  const opened = countOpened(() =>
    openJson(keyRing, cookies.sealed, {
      collection: "platform_sessions",
      field: "cookies",
      rowId: session.id,
      ownerId,
    }),
  );
  return StoredCookies.safeParse(opened).data ?? null;
}
