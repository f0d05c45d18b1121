"use client";

import { listMediaOutings, type Media, type MediaOuting, readMedia } from "@genie/directus-client";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { libraryKey } from "#features/media/library-key.ts";
import { browserDirectus } from "#features/session/browser-directus.ts";
import type { ComposerDraft } from "./composer-draft.ts";

type Outings = { outings: readonly MediaOuting[]; used: readonly Media[] };

const none: Outings = { outings: [], used: [] };
const most = 100;
// What was just uploaded is known by its looks a little later.
const refreshMs = 10_000;

/** Where the media of a draft, their copies and look-alikes went or are to go, and the entries that did. */
export function useOutings({ media, own }: Pick<ComposerDraft, "media" | "own">): Outings {
  const all = [...media, ...Object.values(own).flatMap((part) => part.media ?? [])];
  const ids = [...new Set(all.map(({ id }) => id))].toSorted().slice(0, most);
  const { data } = useQuery({
    queryKey: [...libraryKey, "outings", ids],
    queryFn: async (): Promise<Outings> => {
      const outings = await listMediaOutings(browserDirectus(), ids);
      const usedIds = [...new Set(outings.map(({ usedMediaId }) => usedMediaId))].slice(0, most);
      return { outings, used: await readMedia(browserDirectus(), usedIds) };
    },
    enabled: ids.length > 0,
    placeholderData: keepPreviousData,
    refetchInterval: refreshMs,
    // It is a warning: without it the post can be scheduled all the same.
    retry: false,
  });
  return ids.length === 0 ? none : (data ?? none);
}
