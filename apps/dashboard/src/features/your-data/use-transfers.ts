"use client";

import { listTransfers, type Transfer, type Viewer } from "@genie/directus-client";
import { useQuery } from "@tanstack/react-query";
import { browserDirectus } from "#features/session/browser-directus.ts";

export const transfersKey = ["transfers"] as const;

const underWayMs = 2_000;

/** The last downloads or imports; read again and again while one is under way. */
export function useTransfers(viewer: Viewer, kind: "export" | "import") {
  return useQuery({
    queryKey: [...transfersKey, kind],
    queryFn: () => listTransfers(browserDirectus(), viewer, kind),
    refetchInterval: ({ state }) => (state.data?.some(isUnderWay) ? underWayMs : false),
  });
}

/** Whether it goes on, or is about to. */
export const isUnderWay = ({ status }: Transfer): boolean =>
  status === "ready" || status === "running";
