import type { Job } from "@genie/directus-client";
import { mediaOptions } from "@genie/schema";

/** As a person tells them apart. */
export const jobStates = {
  running: "active",
  failed: "failed",
  waiting: "queued",
  done: "completed",
  cancelled: "cancelled",
} as const satisfies Record<string, Job["status"]>;

export type JobState = keyof typeof jobStates;

/** What runs, then what needs her, then what is to come, then what is over. */
export const jobStateNames = Object.keys(jobStates) as JobState[];

export function parseJobState(text: string | null): JobState | null {
  return jobStateNames.find((name) => name === text) ?? null;
}

type Target = Pick<Job, "account" | "createdAt" | "id" | "input" | "kind"> &
  Partial<Pick<Job, "post">>;

/** Whether the same was asked for again after this job, so that it need not be offered once more. */
export function isTriedAgain(job: Target, jobs: readonly Target[]): boolean {
  return jobs.some(
    (other) =>
      other.id !== job.id &&
      other.kind === job.kind &&
      other.account?.id === job.account?.id &&
      other.input?.id === job.input?.id &&
      other.post?.id === job.post?.id &&
      (other.createdAt ?? "") > (job.createdAt ?? ""),
  );
}

/** Whether the same can be asked for again: what it was for has to be there still. */
export function isRepeatable({
  kind,
  account,
  input,
  post = null,
}: Pick<Job, "account" | "input" | "kind"> & Partial<Pick<Job, "post">>) {
  if (kind === "publish_post") return false;
  if (kind === "delete_post") return post !== null;
  const isAboutAccount = kind === "scrape_profile" || kind === "verify_platform";
  return isAboutAccount ? account !== null : input !== null;
}

/** Whether it can be called off: work on media that is not over. */
export function isCancellable({ kind, status }: Pick<Job, "kind" | "status">): boolean {
  const isUnfinished = status === "queued" || status === "active";
  return isUnfinished && Object.hasOwn(mediaOptions, kind);
}
