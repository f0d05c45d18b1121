"use client";

import { listPauses, listStops, type Viewer } from "@genie/directus-client";
import { useQuery } from "@tanstack/react-query";
import { createContext, type ReactNode, use } from "react";
import { browserDirectus } from "#features/session/browser-directus.ts";
import type { KnownHolds } from "./holds.ts";

const refreshMs = 30_000;

/** What starts or ends a pause invalidates it. */
export const pausesKey = ["pauses"] as const;

const none: KnownHolds = { pauses: [], stops: [] };
const HoldsContext = createContext<KnownHolds>(none);

/** All pauses of hers and all stops, as far as they have been read. */
export function useKnownHolds(): KnownHolds {
  return use(HoldsContext);
}

export function HoldsProvider({ viewer, children }: { viewer: Viewer; children: ReactNode }) {
  const known = useQuery({
    queryKey: pausesKey,
    queryFn: async (): Promise<KnownHolds> => {
      const directus = browserDirectus();
      const [pauses, stops] = await Promise.all([
        listPauses(directus, viewer),
        listStops(directus),
      ]);
      return { pauses, stops };
    },
    refetchInterval: refreshMs,
  });
  return <HoldsContext value={known.data ?? none}>{children}</HoldsContext>;
}
