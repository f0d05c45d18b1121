import type { LibraryPage, Media } from "@genie/directus-client";
import type { InfiniteData, QueryClient } from "@tanstack/react-query";
import { libraryKey } from "#features/media/library-key.ts";

/** Where the pages of the library are kept. */
export const pagesKey = [...libraryKey, "pages"] as const;

/** Changes the entries that were read already, or takes them out by null: a hundred pages are not read again for it. */
export function changeRead(queryClient: QueryClient, change: (one: Media) => Media | null): void {
  queryClient.setQueriesData<InfiniteData<LibraryPage>>({ queryKey: pagesKey }, (data) =>
    data === undefined
      ? undefined
      : {
          ...data,
          pages: data.pages.map((page) => ({
            ...page,
            media: page.media.flatMap((one) => change(one) ?? []),
          })),
        },
  );
  // What is on its way was asked for before.
  if (queryClient.isFetching({ queryKey: pagesKey }) > 0) {
    void queryClient.invalidateQueries({ queryKey: pagesKey });
  }
}

/** Asks again for what is known about the library, its pages aside. */
export async function refreshBesidePages(queryClient: QueryClient): Promise<void> {
  await queryClient.invalidateQueries({
    queryKey: libraryKey,
    predicate: ({ queryKey }) => queryKey[1] !== pagesKey[1],
  });
}
