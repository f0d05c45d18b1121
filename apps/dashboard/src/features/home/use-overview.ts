"use client";

import {
  countMedia,
  countPosts,
  listJobs,
  listProfileSnapshots,
  type Viewer,
} from "@genie/directus-client";
import { postStates } from "@genie/schema";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { postsKey, usePosts } from "#features/calendar/use-posts.ts";
import { libraryKey } from "#features/media/library-key.ts";
import { useProfiles } from "#features/platforms/use-profiles.ts";
import { browserDirectus } from "#features/session/browser-directus.ts";

const refreshMs = 15_000;
const dayMs = 24 * 60 * 60_000;
const planned = postStates.filter((state) => state !== "draft");

/** Everything that Home tells, each part up to date by itself. */
export function useOverview(viewer: Viewer) {
  const [monthAgo] = useState(() => new Date(Date.now() - 30 * dayMs));
  return {
    profiles: useProfiles(viewer, refreshMs),
    troubled: usePosts(viewer, { wantsOwner: true, latestFirst: true, limit: 20 }),
    next: usePosts(viewer, { states: ["pending", "publishing"], limit: 5 }),
    published: usePosts(viewer, { states: ["published"], latestFirst: true, limit: 3 }),
    takenDown: usePosts(viewer, { takenDownFrom: monthAgo, latestFirst: true, limit: 5 }),
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
      queryFn: () => countMedia(browserDirectus(), viewer, {}),
      refetchInterval: refreshMs,
    }),
    scheduledCount: useQuery({
      queryKey: [...postsKey, "count"],
      queryFn: () => countPosts(browserDirectus(), viewer, { states: planned }),
      refetchInterval: refreshMs,
    }),
  };
}

export type Overview = ReturnType<typeof useOverview>;
