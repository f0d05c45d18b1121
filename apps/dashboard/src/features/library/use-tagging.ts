"use client";

import { tagInLibrary } from "@genie/directus-client";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { browserDirectus } from "#features/session/browser-directus.ts";
import { changeRead, refreshBesidePages } from "./library-cache.ts";

export type TagChange = { add: readonly string[]; remove: readonly string[] };

/** Adds tags to entries and takes others off, all or none. */
export function useTagging(ids: readonly string[]) {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (change: TagChange) => tagInLibrary(browserDirectus(), ids, change),
    onSuccess: async (_nothing, { add, remove }) => {
      const tagged = new Set(ids);
      changeRead(queryClient, (one) =>
        tagged.has(one.id)
          ? {
              ...one,
              tags: [...new Set([...one.tags, ...add])].filter((tag) => !remove.includes(tag)),
            }
          : one,
      );
      await refreshBesidePages(queryClient);
    },
  });
}
