"use client";

import { readTaxonomyInsights } from "@genie/directus-client";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { libraryKey } from "#features/media/library-key.ts";
import { browserDirectus } from "#features/session/browser-directus.ts";
import { type InsightsQuery, startOf } from "./insights-query.ts";

const againMs = 10_000;

/** Her posts of a period, compared by what they are about; asked again while some are being sorted. */
export function useWhatWorks({ account, period }: InsightsQuery) {
  return useQuery({
    queryKey: [...libraryKey, "what-works", account, period],
    queryFn: () => {
      const from = startOf(period, new Date())?.toISOString();
      return readTaxonomyInsights(browserDirectus(), {
        ...(account !== null && { profile: [account] }),
        ...(from !== undefined && { from }),
      });
    },
    placeholderData: keepPreviousData,
    refetchInterval: ({ state }) =>
      state.data?.platforms.some(({ unsorted }) => unsorted > 0) ? againMs : false,
  });
}
