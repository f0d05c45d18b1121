"use client";

import { listProfiles, type Viewer } from "@genie/directus-client";
import { useQuery } from "@tanstack/react-query";
import { browserDirectus } from "#features/session/browser-directus.ts";

/** Part of what is kept of accounts: what changes one of them invalidates it. */
const profilesKey = ["accounts", "profiles"] as const;

export function useProfiles(viewer: Viewer, refreshMs: number | false = false) {
  return useQuery({
    queryKey: profilesKey,
    queryFn: () => listProfiles(browserDirectus(), viewer),
    refetchInterval: refreshMs,
  });
}
