"use client";

import { readClassification } from "@genie/directus-client";
import { useQuery } from "@tanstack/react-query";
import { libraryKey } from "#features/media/library-key.ts";
import { browserDirectus } from "#features/session/browser-directus.ts";

const soonMs = 1_500;
const laterMs = 15_000;
const mostSoon = 40;

/** Where the classifications that were read are kept. */
export const classificationsKey = [...libraryKey, "classification"] as const;

export const classificationKey = (mediaId: string) => [...classificationsKey, mediaId] as const;

/** What an entry is about, asked for again while it is being sorted; null where there is no such entry. */
export function useClassification(mediaId: string) {
  return useQuery({
    queryKey: classificationKey(mediaId),
    queryFn: () => readClassification(browserDirectus(), mediaId),
    refetchInterval: ({ state }) => {
      if (!state.data?.isDue) return false;
      return state.dataUpdateCount < mostSoon ? soonMs : laterMs;
    },
  });
}
