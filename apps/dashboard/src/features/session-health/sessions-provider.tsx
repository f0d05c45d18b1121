"use client";

import { listSessions, type PlatformSession, type Viewer } from "@genie/directus-client";
import { useQuery } from "@tanstack/react-query";
import { createContext, type ReactNode, use } from "react";
import { browserDirectus } from "#features/session/browser-directus.ts";
import { lastGoodLogIn, sessionHealth, type SessionHealth } from "./session-health.ts";

const refreshMs = 60_000;

/** Part of what is kept of accounts: what changes one of them invalidates it. */
export const sessionsKey = ["accounts", "sessions"] as const;

const SessionsContext = createContext<readonly PlatformSession[]>([]);

/** Everywhere, since posts are flagged wherever they stand. */
export function SessionsProvider({ viewer, children }: { viewer: Viewer; children: ReactNode }) {
  const sessions = useQuery({
    queryKey: sessionsKey,
    queryFn: () => listSessions(browserDirectus(), viewer),
    refetchInterval: refreshMs,
  });
  return <SessionsContext value={sessions.data ?? []}>{children}</SessionsContext>;
}

export type HealthOf = (
  profileId: string,
  now: Date,
) => SessionHealth & { lastGoodAt: string | null };

/** How the session of an account stands, as far as the sessions have been read. */
export function useSessionHealth(): HealthOf {
  const sessions = use(SessionsContext);
  return (profileId, now) => ({
    ...sessionHealth(sessions, profileId, now),
    lastGoodAt: lastGoodLogIn(sessions, profileId),
  });
}
