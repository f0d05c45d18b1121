"use client";

import type { Job } from "@genie/directus-client";
import { Moment } from "#components/ui/moment.tsx";
import { describeAhead } from "#features/calendar/describe-time.ts";
import { useTimeZone } from "#features/calendar/time-zone-provider.tsx";
import { useLogInRequests } from "#features/live-view/log-in-requests-provider.tsx";
import type { Messages } from "#messages/messages.ts";
import { jobsMessages } from "#messages/jobs-messages.ts";
import { useMessages } from "#messages/use-messages.ts";
import { describeTimeLeft } from "./describe-job.ts";
import { timeLeftMs } from "./time-left.ts";

type JobStoryProps = { job: Job; triedAgain: boolean; now: Date };

/** How a job stands, as a sentence. */
export function JobStory({ job, triedAgain, now }: JobStoryProps) {
  const messages = useMessages(jobsMessages);
  const { jobs: text } = messages;
  const zone = useTimeZone();
  const asked = useLogInRequests().find(({ id }) => id === job.waitsFor);
  if (job.status === "active") return <span>{describeRunning(job, now, messages)}</span>;
  if (job.status === "queued" && asked !== undefined) return <span>{text.waitsForLogIn}</span>;
  if (job.status === "queued") return <span>{describeWaiting(job, now, zone, messages)}</span>;
  if (job.status === "completed") {
    return (
      <span>
        {text.finished} <Moment at={job.completedAt} none="" />
      </span>
    );
  }
  if (job.status === "cancelled") {
    return (
      <span>
        {text.cancelled} <Moment at={job.completedAt} none="" />
      </span>
    );
  }
  return (
    <span>
      {job.problem ?? text.failedUnexplained}{" "}
      <span className="text-ink-soft">
        {text.failedAt} <Moment at={job.completedAt ?? job.createdAt} none="" />
        {triedAgain && <>. {text.triedAgain}</>}
      </span>
    </span>
  );
}

function describeRunning(job: Job, now: Date, messages: Pick<Messages, "jobs">): string {
  const { jobs: text } = messages;
  if (job.progress === 0) return text.starting;
  const leftMs = timeLeftMs(job, now);
  const left = leftMs === null ? [] : [text.left(describeTimeLeft(leftMs, messages))];
  return [text.progress(job.progress), ...left].join(", ");
}

function describeWaiting(
  { kind, post, problem }: Job,
  now: Date,
  zone: string,
  { jobs: text }: Pick<Messages, "jobs">,
): string {
  if (kind === "publish_post" && post !== null && post.scheduledFor !== null) {
    return text.goesOut(describeAhead(new Date(post.scheduledFor), now, zone));
  }
  return problem === null ? text.waiting : text.tryingAgain(problem);
}
