import type { Job } from "@genie/directus-client";

const busyMs = 1_500;
const idleMs = 15_000;
const soonMs = 2 * 60_000;

/** How soon to ask again, in milliseconds: often while work runs or is about to. */
export function refreshIntervalMs(jobs: readonly TimedJob[], now: Date): number {
  return jobs.some((job) => isUnderWay(job, now)) ? busyMs : idleMs;
}

type TimedJob = Pick<Job, "createdAt" | "kind" | "post" | "status">;

/** Running, or waiting for its turn; a post that waits for its time is under way when that is near. */
function isUnderWay({ status, kind, post, createdAt }: TimedJob, now: Date): boolean {
  if (status === "active") return true;
  if (status !== "queued") return false;
  const start = kind === "publish_post" ? (post?.scheduledFor ?? null) : createdAt;
  return start !== null && Math.abs(Date.parse(start) - now.getTime()) < soonMs;
}
