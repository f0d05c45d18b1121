"use client";

import { readLibraryFacets } from "@genie/directus-client";
import type { LibraryQuery } from "@genie/schema";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { libraryKey } from "#features/media/library-key.ts";
import { browserDirectus } from "#features/session/browser-directus.ts";

/** How many entries there are, and of each value of each facet; in whatever order they stand. */
export function useLibraryFacets({ order: _order, ...query }: LibraryQuery) {
  return useQuery({
    queryKey: [...libraryKey, "facets", query],
    queryFn: () => readLibraryFacets(browserDirectus(), query),
    placeholderData: keepPreviousData,
  });
}
