"use client";

import { type Job, listJobs, type Viewer } from "@genie/directus-client";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { refreshIntervalMs } from "#features/jobs/refresh-interval.ts";
import { jobsKey } from "#features/jobs/jobs-key.ts";
import { browserDirectus } from "#features/session/browser-directus.ts";
import { libraryKey } from "./library-key.ts";

const unfinishedKey = [...jobsKey, "unfinished"] as const;
const whileWorkingMs = 4_000;

/**
 * Follows the jobs that fill the library and shows what they bring. Says how soon to ask for the
 * library again, in milliseconds; false while nothing is going on.
 */
export function useLibraryWork(viewer: Viewer): number | false {
  const queryClient = useQueryClient();
  const { data: jobs = [] } = useQuery({
    queryKey: unfinishedKey,
    queryFn: async () => {
      const before = queryClient.getQueryData<Job[]>(unfinishedKey) ?? [];
      const now = await listJobs(browserDirectus(), viewer, { statuses: ["queued", "active"] });
      if (before.some(({ id }) => now.every((job) => job.id !== id))) {
        void queryClient.invalidateQueries({ queryKey: libraryKey });
      }
      return now;
    },
    refetchInterval: ({ state }) => refreshIntervalMs(state.data ?? [], new Date()),
  });
  return jobs.some(({ status }) => status === "active") ? whileWorkingMs : false;
}
