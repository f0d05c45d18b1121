"use client";

import {
  listDerivedMedia,
  listJobs,
  listMediaFiles,
  type Media,
  readMedia,
  type Viewer,
} from "@genie/directus-client";
import { useQuery } from "@tanstack/react-query";
import { refreshIntervalMs } from "#features/jobs/refresh-interval.ts";
import { jobsKey } from "#features/jobs/jobs-key.ts";
import { browserDirectus } from "#features/session/browser-directus.ts";
import { libraryKey } from "./library-key.ts";

/** All about an entry; `media` is null when there is no such entry (any more). */
export function useMediaDetail(viewer: Viewer, id: string, known: Media | undefined) {
  const jobs = useQuery({
    queryKey: [...jobsKey, "of-media", id],
    queryFn: () => listJobs(browserDirectus(), viewer, { mediaId: id, limit: 20 }),
    refetchInterval: ({ state }) => refreshIntervalMs(state.data ?? [], new Date()),
  });
  // What a finished job has made is not there yet when this was asked before.
  const finished = (jobs.data ?? []).filter(({ outputId }) => outputId !== null).length;
  const detail = useQuery({
    queryKey: [...libraryKey, "detail", id, finished],
    queryFn: () => readDetail(id),
    // Of the same entry, while what a job made of it is asked for.
    placeholderData: (previous) => (previous?.media?.id === id ? previous : undefined),
  });
  return { jobs: jobs.data ?? [], detail, media: detail.data ? detail.data.media : known };
}

async function readDetail(id: string) {
  const directus = browserDirectus();
  const [media = null] = await readMedia(directus, [id]);
  if (media === null) return { media, files: [], derived: [], origin: null };
  const [files, derived, origins] = await Promise.all([
    listMediaFiles(directus, id),
    listDerivedMedia(directus, id),
    readMedia(directus, media.derivedFrom === null ? [] : [media.derivedFrom]),
  ]);
  return { media, files, derived, origin: origins[0] ?? null };
}
