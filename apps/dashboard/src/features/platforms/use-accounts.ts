"use client";

import { listJobs, listProfiles, type Viewer } from "@genie/directus-client";
import { useQuery } from "@tanstack/react-query";
import { refreshIntervalMs } from "#features/jobs/refresh-interval.ts";
import { browserDirectus } from "#features/session/browser-directus.ts";
import type { Account } from "./account-state.ts";

export const accountsKey = ["accounts"] as const;

/** The caller's accounts, asked for again while one of them is being scraped. */
export function useAccounts(viewer: Viewer) {
  return useQuery({
    queryKey: accountsKey,
    queryFn: () => readAccounts(viewer),
    select: ({ accounts }) => accounts,
    refetchInterval: ({ state }) => refreshIntervalMs(state.data?.jobs ?? [], new Date()),
  });
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
