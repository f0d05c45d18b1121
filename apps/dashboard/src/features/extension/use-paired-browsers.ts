"use client";

import { listPairedBrowsers, type PairedBrowser, type Viewer } from "@genie/directus-client";
import { useQuery } from "@tanstack/react-query";
import { browserDirectus } from "#features/session/browser-directus.ts";

export const pairedBrowsersKey = ["paired-browsers"] as const;

const whileWaitingMs = 2_000;

/**
 * The caller's paired browsers. With the ids of those before, they are asked for again and again until
 * there is another one.
 */
export function usePairedBrowsers(viewer: Viewer, before: readonly string[] | null) {
  const list = useQuery({
    queryKey: pairedBrowsersKey,
    queryFn: () => listPairedBrowsers(browserDirectus(), viewer),
    refetchInterval: ({ state }) =>
      before !== null && addedTo(before, state.data) === undefined && whileWaitingMs,
  });
  return { list, added: before === null ? undefined : addedTo(before, list.data) };
}

const addedTo = (before: readonly string[], now: readonly PairedBrowser[] = []) =>
  now.find(({ id }) => !before.includes(id));
