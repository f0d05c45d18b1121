"use client";

import { listLibrary, type Media } from "@genie/directus-client";
import type { LibraryQuery } from "@genie/schema";
import { keepPreviousData, useInfiniteQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { browserDirectus } from "#features/session/browser-directus.ts";
import { pagesKey } from "./library-cache.ts";

const whilePreparingMs = 4_000;
/** More are not read again and again. */
const mostRefreshed = 2;

/**
 * The library, page by page; `media` has each entry once. While files are being prepared, or `refreshMs`
 * says so, the first pages are read again.
 */
export function useLibraryPages(query: LibraryQuery, refreshMs: number | false = false) {
  const pages = useInfiniteQuery({
    queryKey: [...pagesKey, query],
    queryFn: ({ pageParam }) => listLibrary(browserDirectus(), query, { cursor: pageParam }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ next }) => next,
    placeholderData: keepPreviousData,
    refetchInterval: ({ state }) => {
      const read = state.data?.pages ?? [];
      if (read.length > mostRefreshed) return false;
      const isPreparing = read.some(({ media }) => media.some(isBeingPrepared));
      return isPreparing ? whilePreparingMs : refreshMs;
    },
  });
  const media = useMemo(
    () => [
      ...new Map<string, Media>(
        (pages.data?.pages ?? []).flatMap((page) => page.media.map((one) => [one.id, one])),
      ).values(),
    ],
    [pages.data],
  );
  return { ...pages, media };
}

function isBeingPrepared({ file }: Media): boolean {
  return file !== null && !file.isPrepared && file.problem === null;
}
