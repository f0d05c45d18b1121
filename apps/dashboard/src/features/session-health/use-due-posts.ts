"use client";

import { listDuePosts, type Viewer } from "@genie/directus-client";
import { useQuery } from "@tanstack/react-query";
import { postsKey } from "#features/calendar/use-posts.ts";
import { browserDirectus } from "#features/session/browser-directus.ts";

/** When posts are to go out, to be held against the end of a session. */
export function useDuePosts(viewer: Viewer, refreshMs: number | false = false) {
  return useQuery({
    queryKey: [...postsKey, "due"],
    queryFn: () => listDuePosts(browserDirectus(), viewer),
    refetchInterval: refreshMs,
  });
}
