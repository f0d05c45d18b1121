"use client";

import type { Job } from "@genie/directus-client";
import { cn } from "#components/ui/cn.ts";
import { Progress } from "#components/ui/progress.tsx";
import { Thumbnail } from "#components/ui/thumbnail.tsx";
import { useNow } from "#components/ui/use-now.ts";
import { usePlatformNames } from "#features/platforms/platforms-provider.tsx";
import { jobsMessages } from "#messages/jobs-messages.ts";
import { useMessages } from "#messages/use-messages.ts";
import { describeJob } from "./describe-job.ts";
import { JobActions } from "./job-actions.tsx";
import { kindIcons, stateLooks } from "./job-looks.ts";
import { JobStory } from "./job-story.tsx";
import { isTriedAgain } from "./job-states.ts";

type JobRowProps = { job: Job; jobs: readonly Job[] };

/** What it does, how it stands, and what to do about it. */
export function JobRow({ job, jobs }: JobRowProps) {
  const messages = useMessages(jobsMessages);
  const now = useNow(job.status === "active" ? 1_000 : 60_000);
  const platforms = usePlatformNames();
  const title = describeJob(job, platforms, messages);
  const triedAgain = isTriedAgain(job, jobs);
  const KindIcon = kindIcons[job.kind];
  const { icon: StateIcon, className } = stateLooks[job.status];
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-3 border-t border-line p-4 first:border-t-0">
      {job.input === null ? (
        <span className="grid size-10 shrink-0 place-items-center rounded-control bg-sunken text-ink-soft">
          <KindIcon aria-hidden className="size-5" />
        </span>
      ) : (
        <Thumbnail file={job.input.file} alt="" className="size-10 shrink-0 rounded-control" />
      )}
      <div className="grid min-w-48 flex-1 gap-1">
        <h3 data-sensitive className="font-strong wrap-anywhere">
          {title}
        </h3>
        <p className={cn("flex items-start gap-1.5", className)}>
          <StateIcon aria-hidden className="mt-0.5 size-4 shrink-0" />
          <JobStory job={job} triedAgain={triedAgain} now={now} />
        </p>
        {job.status === "active" && <Progress value={job.progress} label={title} />}
      </div>
      <JobActions job={job} title={title} triedAgain={triedAgain} />
    </li>
  );
}
