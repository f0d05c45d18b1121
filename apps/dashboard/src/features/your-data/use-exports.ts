"use client";

import { type Export, listExports, type Viewer } from "@genie/directus-client";
import { useQuery } from "@tanstack/react-query";
import { browserDirectus } from "#features/session/browser-directus.ts";

export const exportsKey = ["exports"] as const;

const underWayMs = 2_000;

/** The last downloads; read again and again while one is under way. */
export function useExports(viewer: Viewer) {
  return useQuery({
    queryKey: exportsKey,
    queryFn: () => listExports(browserDirectus(), viewer),
    refetchInterval: ({ state }) => (state.data?.some(isUnderWay) ? underWayMs : false),
  });
}

/** Whether it is being downloaded, or about to be. */
export const isUnderWay = ({ status }: Export): boolean =>
  status === "ready" || status === "running";
