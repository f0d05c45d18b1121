"use client";

import { listJobs, listProfiles, type Viewer } from "@genie/directus-client";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect, useRef } from "react";
import { refreshIntervalMs } from "#features/jobs/refresh-interval.ts";
import { sessionsKey } from "#features/session-health/sessions-provider.tsx";
import { browserDirectus } from "#features/session/browser-directus.ts";
import type { Account } from "./account-state.ts";

export const accountsKey = ["accounts"] as const;

/** The caller's accounts, asked for again while one of them is being scraped. */
export function useAccounts(viewer: Viewer) {
  const queryClient = useQueryClient();
  const accounts = useQuery({
    queryKey: accountsKey,
    queryFn: () => readAccounts(viewer),
    select: ({ accounts }) => accounts,
    refetchInterval: ({ state }) => refreshIntervalMs(state.data?.jobs ?? [], new Date()),
  });
  const known = useRef<string | null>(null);
  const signedIn = accounts.data?.map(({ profile }) => profile.id + profile.connection).join();
  useEffect(() => {
    if (signedIn === undefined) return;
    // A log-in that came to something is a session; what is kept of sessions is older then.
    if (known.current !== null && known.current !== signedIn) {
      void queryClient.invalidateQueries({ queryKey: sessionsKey });
    }
    known.current = signedIn;
  }, [queryClient, signedIn]);
  return accounts;
}

async function readAccounts(viewer: Viewer) {
  const directus = browserDirectus();
  const [profiles, jobs] = await Promise.all([
    listProfiles(directus, viewer),
    listJobs(directus, viewer, { kind: "scrape_profile", statuses: ["queued", "active"] }),
  ]);
  const accounts = profiles.map<Account>((profile) => ({
    profile,
    job:
      jobs.find(({ account, status }) => account?.id === profile.id && status === "active") ??
      jobs.find(({ account }) => account?.id === profile.id) ??
      null,
  }));
  return { accounts, jobs };
}
