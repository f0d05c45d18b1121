"use client";

import type { Job, Viewer } from "@genie/directus-client";
import { ListChecks } from "lucide-react";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { LoadProblem } from "#components/ui/load-problem.tsx";
import { Page } from "#features/shell/page.tsx";
import { useAddress } from "#features/shell/use-address.ts";
import { useMessages } from "#messages/use-messages.ts";
import { JobRow } from "./job-row.tsx";
import { type JobState, jobStateNames, jobStates, parseJobState } from "./job-states.ts";
import { JobStateFilter } from "./job-state-filter.tsx";
import { JobListSkeleton } from "./jobs-skeleton.tsx";
import { jobLimit, useJobs } from "./use-jobs.ts";

export function JobsPage({ viewer }: { viewer: Viewer }) {
  const { jobs: text, titles } = useMessages();
  const state = parseJobState(useAddress().get("state"));
  const jobs = useJobs(viewer, state);
  return (
    <Page title={titles.jobs} intro={text.intro}>
      <JobStateFilter chosen={state} />
      {jobs.isPending && <JobListSkeleton label={text.loading} />}
      {jobs.isError && (
        <LoadProblem
          what={text.loadFailed}
          error={jobs.error}
          busy={jobs.isFetching}
          onRetry={() => void jobs.refetch()}
        />
      )}
      {jobs.isSuccess && jobs.data.length === 0 && (
        <EmptyState
          icon={ListChecks}
          title={state === null ? text.emptyTitle : text.noneInState[state]}
          text={text.empty}
        />
      )}
      {jobs.data &&
        jobStateNames
          .filter((name) => state === null || name === state)
          .map((name) => <JobSection key={name} state={name} jobs={jobs.data} />)}
    </Page>
  );
}

function JobSection({ state, jobs }: { state: JobState; jobs: readonly Job[] }) {
  const { jobs: text } = useMessages();
  const here = jobs.filter(({ status }) => status === jobStates[state]);
  if (here.length === 0) return null;
  return (
    <section aria-labelledby={`jobs-${state}`} className="grid grid-cols-1 gap-3">
      <h2 id={`jobs-${state}`} className="text-base font-strong">
        {text.states[state]}
      </h2>
      <ul className="grid grid-cols-1 overflow-hidden rounded-card border border-line bg-card">
        {here.map((job) => (
          <JobRow key={job.id} job={job} jobs={jobs} />
        ))}
      </ul>
      {here.length === jobLimit && <p className="text-ink-soft">{text.onlyLatest(jobLimit)}</p>}
    </section>
  );
}
