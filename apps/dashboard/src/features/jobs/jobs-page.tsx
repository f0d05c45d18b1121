"use client";

import type { Job, JobBatch, Viewer } from "@genie/directus-client";
import { ListChecks } from "lucide-react";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { LoadProblem } from "#components/ui/load-problem.tsx";
import { Page } from "#features/shell/page.tsx";
import { useAddress } from "#features/shell/use-address.ts";
import { jobsMessages } from "#messages/jobs-messages.ts";
import { useMessages } from "#messages/use-messages.ts";
import { BatchRow } from "./batch-row.tsx";
import { batchState } from "./batch-state.ts";
import { JobRow } from "./job-row.tsx";
import { type JobState, jobStateNames, jobStates, parseJobState } from "./job-states.ts";
import { JobStateFilter } from "./job-state-filter.tsx";
import { JobListSkeleton } from "./jobs-skeleton.tsx";
import { useBatches } from "./use-batches.ts";
import { jobLimit, useJobs } from "./use-jobs.ts";

export function JobsPage({ viewer }: { viewer: Viewer }) {
  const { jobs: text } = useMessages(jobsMessages);
  const { loading, titles } = useMessages();
  const state = parseJobState(useAddress().get("state"));
  const jobs = useJobs(viewer, state);
  const batches = useBatches(viewer);
  const shown = (batches.data ?? []).filter(
    (batch) => state === null || batchState(batch) === state,
  );
  const parts = [jobs, batches];
  const isPending =
    parts.some((part) => part.isPending) && !parts.some(({ isLoadingError }) => isLoadingError);
  return (
    <Page title={titles.jobs} intro={text.intro}>
      <JobStateFilter chosen={state} />
      {isPending && <JobListSkeleton label={loading.jobs} />}
      <LoadProblem what={text.loadFailed} of={parts} />
      {jobs.data && batches.data && jobs.data.length + shown.length === 0 && (
        <EmptyState
          icon={ListChecks}
          title={state === null ? text.emptyTitle : text.noneInState[state]}
          text={text.empty}
        />
      )}
      {jobs.data &&
        batches.data &&
        jobStateNames
          .filter((name) => state === null || name === state)
          .map((name) => (
            <JobSection
              key={name}
              viewer={viewer}
              state={name}
              jobs={jobs.data}
              batches={shown.filter((batch) => batchState(batch) === name)}
            />
          ))}
    </Page>
  );
}

type JobSectionProps = {
  viewer: Viewer;
  state: JobState;
  /** Of all states: whether one was tried again is told by the others. */
  jobs: readonly Job[];
  /** Of this state. */
  batches: readonly JobBatch[];
};

function JobSection({ viewer, state, jobs, batches }: JobSectionProps) {
  const { jobs: text } = useMessages(jobsMessages);
  const here = jobs.filter(({ status }) => status === jobStates[state]);
  if (here.length + batches.length === 0) return null;
  const rows = [
    ...batches.map((batch) => ({
      at: batch.createdAt,
      row: <BatchRow key={batch.id} batch={batch} viewer={viewer} />,
    })),
    ...here.map((job) => ({
      at: job.createdAt ?? "",
      row: <JobRow key={job.id} job={job} jobs={jobs} />,
    })),
  ].toSorted((a, b) => Date.parse(b.at) - Date.parse(a.at));
  return (
    <section aria-labelledby={`jobs-${state}`} className="grid grid-cols-1 gap-3">
      <h2 id={`jobs-${state}`} className="text-base font-strong">
        {text.states[state]}
      </h2>
      <ul className="grid grid-cols-1 overflow-hidden rounded-card border border-line bg-card">
        {rows.map(({ row }) => row)}
      </ul>
      {here.length === jobLimit && <p className="text-ink-soft">{text.onlyLatest(jobLimit)}</p>}
    </section>
  );
}
