"use client";

import {
  listMedia,
  type Media,
  type MediaCursor,
  type MediaQuery,
  type Viewer,
} from "@genie/directus-client";
import { keepPreviousData, useInfiniteQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { browserDirectus } from "#features/session/browser-directus.ts";
import { libraryKey } from "./library-key.ts";

/** The library, page by page; `media` has each entry once, even if it moved between two pages. */
export function useMediaPages(
  viewer: Viewer,
  query: MediaQuery,
  refreshMs: number | false = false,
) {
  const pages = useInfiniteQuery({
    queryKey: [...libraryKey, "pages", query],
    queryFn: ({ pageParam }) => listMedia(browserDirectus(), viewer, query, { cursor: pageParam }),
    initialPageParam: undefined as MediaCursor | undefined,
    getNextPageParam: ({ next }) => next,
    placeholderData: keepPreviousData,
    refetchInterval: refreshMs,
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
