"use client";

import {
  countLibrary,
  countPosts,
  listJobs,
  listProfileSnapshots,
  type Post,
  type Viewer,
} from "@genie/directus-client";
import { postStates } from "@genie/schema";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect, useRef, useState } from "react";
import { postsKey, usePosts } from "#features/calendar/use-posts.ts";
import { libraryKey } from "#features/media/library-key.ts";
import { useProfiles } from "#features/platforms/use-profiles.ts";
import { useDuePosts } from "#features/session-health/use-due-posts.ts";
import { browserDirectus } from "#features/session/browser-directus.ts";

const refreshMs = 15_000;
const dayMs = 24 * 60 * 60_000;
const planned = postStates.filter((state) => state !== "draft");

/** Everything that Home tells, each part up to date by itself. */
export function useOverview(viewer: Viewer) {
  const [monthAgo] = useState(() => new Date(Date.now() - 30 * dayMs));
  const next = usePosts(viewer, { onTheirWay: true, limit: 5 });
  useFollowed(next.data);
  return {
    profiles: useProfiles(viewer, refreshMs),
    troubled: usePosts(viewer, { wantsOwner: true, latestFirst: true, limit: 20 }),
    next,
    published: usePosts(viewer, { states: ["published"], latestFirst: true, limit: 3 }),
    takenDown: usePosts(viewer, { takenDownFrom: monthAgo, latestFirst: true, limit: 5 }),
    due: useDuePosts(viewer, refreshMs),
    jobs: useQuery({
      queryKey: ["jobs", "overview"],
      queryFn: () => listJobs(browserDirectus(), viewer, { limit: 50 }),
      refetchInterval: refreshMs,
    }),
    snapshots: useQuery({
      queryKey: ["snapshots"],
      queryFn: () =>
        listProfileSnapshots(browserDirectus(), viewer, new Date(Date.now() - 30 * dayMs)),
      refetchInterval: refreshMs,
    }),
    mediaCount: useQuery({
      queryKey: [...libraryKey, "count"],
      queryFn: () => countLibrary(browserDirectus(), {}),
      refetchInterval: refreshMs,
    }),
    scheduledCount: useQuery({
      queryKey: [...postsKey, "count"],
      queryFn: () => countPosts(browserDirectus(), viewer, { states: planned }),
      refetchInterval: refreshMs,
    }),
  };
}

/** What is no longer on its way is elsewhere on the page, without waiting for its turn. */
function useFollowed(posts: Post[] | undefined): void {
  const queryClient = useQueryClient();
  const ids = posts?.map(({ id }) => id).join();
  const before = useRef(ids);
  useEffect(() => {
    const isChange = before.current !== undefined && before.current !== ids;
    before.current = ids;
    if (isChange) void queryClient.invalidateQueries({ queryKey: postsKey });
  }, [ids, queryClient]);
}

export type Overview = ReturnType<typeof useOverview>;
