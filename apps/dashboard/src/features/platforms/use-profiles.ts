"use client";

import { listProfiles, type Viewer } from "@genie/directus-client";
import { useQuery } from "@tanstack/react-query";
import { browserDirectus } from "#features/session/browser-directus.ts";

/** Where the list of her accounts is kept; what changes an account invalidates it. */
export const profilesKey = ["accounts", "profiles"] as const;

export function useProfiles(viewer: Viewer) {
  return useQuery({
    queryKey: profilesKey,
    queryFn: () => listProfiles(browserDirectus(), viewer),
  });
}
