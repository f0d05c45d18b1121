"use client";

import {
  countFans,
  type Fan,
  type FanCursor,
  type FanPage,
  type FanQuery,
  listFans,
  listFanSnapshots,
  readFan,
  type Viewer,
} from "@genie/directus-client";
import {
  type InfiniteData,
  keepPreviousData,
  type QueryClient,
  useInfiniteQuery,
  useQuery,
} from "@tanstack/react-query";
import { useMemo } from "react";
import { browserDirectus } from "#features/session/browser-directus.ts";

/** Where fans are kept. */
const fansKey = ["fans"] as const;

/** The fans, page by page; each once, even if she moved between two pages. */
export function useFanPages(viewer: Viewer, query: FanQuery) {
  const pages = useInfiniteQuery({
    queryKey: [...fansKey, "pages", query],
    queryFn: ({ pageParam }) => listFans(browserDirectus(), viewer, query, { cursor: pageParam }),
    initialPageParam: undefined as FanCursor | undefined,
    getNextPageParam: ({ next }) => next,
    placeholderData: keepPreviousData,
  });
  const fans = useMemo(
    () => [
      ...new Map<string, Fan>(
        (pages.data?.pages ?? []).flatMap((page) => page.fans.map((fan) => [fan.id, fan])),
      ).values(),
    ],
    [pages.data],
  );
  return { ...pages, fans };
}

export function useFanCount(viewer: Viewer, query: FanQuery) {
  const { sort: _sort, ...filter } = query;
  return useQuery({
    queryKey: [...fansKey, "count", filter],
    queryFn: () => countFans(browserDirectus(), viewer, filter),
  });
}

/** One fan, at once when the list has her; null when there is no such fan (any more). */
export function useFan(id: string, known: Fan | undefined) {
  return useQuery({
    queryKey: [...fansKey, "one", id],
    queryFn: () => readFan(browserDirectus(), id),
    placeholderData: () => known,
  });
}

/** How she stood at each reading that found something new, oldest first. */
export function useFanHistory(id: string) {
  return useQuery({
    queryKey: [...fansKey, "history", id],
    queryFn: () => listFanSnapshots(browserDirectus(), id),
  });
}

/** Puts notes that are stored into what is known already, so that no list is asked for again. */
export function rememberNotes(queryClient: QueryClient, id: string, notes: string): void {
  // What is being read may be from before.
  void queryClient.cancelQueries({ queryKey: [...fansKey, "one", id] });
  const changed = (fan: Fan) => (fan.id === id ? { ...fan, notes } : fan);
  queryClient.setQueryData<Fan | null>([...fansKey, "one", id], (fan) => fan && changed(fan));
  queryClient.setQueriesData<InfiniteData<FanPage>>(
    { queryKey: [...fansKey, "pages"] },
    (list) =>
      list && {
        ...list,
        pages: list.pages.map((page) => ({ ...page, fans: page.fans.map(changed) })),
      },
  );
}
