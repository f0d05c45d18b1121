"use client";

import { type Job, listJobs, type Viewer } from "@genie/directus-client";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { browserDirectus } from "#features/session/browser-directus.ts";
import { type JobState, jobStateNames, jobStates } from "./job-states.ts";
import { jobsKey } from "./jobs-key.ts";
import { refreshIntervalMs } from "./refresh-interval.ts";

/** The most that are shown of each state. */
export const jobLimit = 50;

/** The jobs that the caller asked for alone, of one state or of all, asked for again more often while something runs. */
export function useJobs(viewer: Viewer, state: JobState | null) {
  return useQuery({
    queryKey: [...jobsKey, state],
    queryFn: () => readJobs(viewer, state),
    placeholderData: keepPreviousData,
    refetchInterval: ({ state: { data } }) => refreshIntervalMs(data ?? [], new Date()),
  });
}

/** A state at a time, so that many finished jobs don't push a failed one off the list. */
async function readJobs(viewer: Viewer, state: JobState | null): Promise<Job[]> {
  const wanted = state === null ? jobStateNames : [state];
  const lists = await Promise.all(
    wanted.map((name) =>
      listJobs(browserDirectus(), viewer, {
        statuses: [jobStates[name]],
        batchId: null,
        limit: jobLimit,
      }),
    ),
  );
  return lists.flat();
}
