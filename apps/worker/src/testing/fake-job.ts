import type { WorkerJob } from "@genie/directus-client";
import type { JobRun } from "@genie/jobs";
import type { JobRecords } from "../jobs/job-records.ts";
import { profileId } from "./fake-account.ts";

export const jobId = "7b5cfb1e-3d4b-4c54-9a8e-0f6f0f6f0021";

/** What `delayUntil` throws here. */
export const putOff = new Error("put off");

/** A run of the job of `jobId`, and its row, which notes every change. */
export function fakeJob(
  job: Partial<WorkerJob> = {},
  run: Partial<JobRun<{ jobId: string }>> = {},
) {
  const changes: unknown[] = [];
  const jobs: JobRecords = {
    read: async (id) => ({
      id,
      ownerId: "7b5cfb1e-3d4b-4c54-9a8e-0f6f0f6f0002",
      type: "scrape_profile",
      status: "queued",
      profileId,
      inputMediaId: null,
      postId: null,
      options: {},
      createdAt: new Date(0),
      ...job,
    }),
    markActive: async (_id, attempt) => void changes.push({ active: attempt }),
    reportProgress: async (_id, progress) => void changes.push({ progress }),
    complete: async (_id, done) => void changes.push({ completed: done }),
    fail: async (_id, sentence) => void changes.push({ failed: sentence }),
    park: async () => true,
    requeue: async (_id, sentence) => void changes.push({ queued: sentence }),
  };
  const started: JobRun<{ jobId: string }> = {
    payload: { jobId },
    attempt: 1,
    lastAttempt: false,
    signal: new AbortController().signal,
    delayUntil: () => {
      throw putOff;
    },
    ...run,
  };
  return { jobs, changes, run: started };
}
