"use client";

import { listActionRuns, readActionRun, type RunCursor, type Viewer } from "@genie/directus-client";
import { keepPreviousData, useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { browserDirectus } from "#features/session/browser-directus.ts";
import { endOf } from "./end-of.ts";
import type { TrailQuery } from "./trail-query.ts";

/** Where what was run is kept. */
const trailKey = ["trail"] as const;
const refreshMs = 30_000;
const underWayMs = 5_000;
const dayMs = 24 * 60 * 60_000;

/** What was run, page by page, the newest first. */
export function useTrail(viewer: Viewer, query: TrailQuery) {
  return useInfiniteQuery({
    queryKey: [...trailKey, query],
    queryFn: ({ pageParam }) => {
      const { within, ...filter } = query;
      const from = within === undefined ? undefined : new Date(Date.now() - within * dayMs);
      return listActionRuns(browserDirectus(), viewer, { ...filter, from }, { cursor: pageParam });
    },
    initialPageParam: undefined as RunCursor | undefined,
    getNextPageParam: ({ next }) => next,
    placeholderData: keepPreviousData,
    refetchInterval: refreshMs,
  });
}

/** One run with everything that is known of it. */
export function useTrailEntry(viewer: Viewer, id: string) {
  return useQuery({
    queryKey: [...trailKey, "one", id],
    queryFn: () => readActionRun(browserDirectus(), viewer, id),
    refetchInterval: ({ state }) =>
      state.data && endOf(state.data) === "unended" ? underWayMs : false,
  });
}
