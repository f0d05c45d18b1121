import {
  completeJob,
  type DirectusClient,
  failJob,
  markJobActive,
  parkJob,
  readWorkerJob,
  reportJobProgress,
  requeueJob,
  type WorkerJob,
} from "@genie/directus-client";

/** What is kept about a job. */
export type JobRecords = {
  read: (id: string) => Promise<WorkerJob | null>;
  markActive: (id: string, attempt: number) => Promise<void>;
  reportProgress: (id: string, progress: number) => Promise<void>;
  complete: (id: string, done: JobDone) => Promise<void>;
  fail: (id: string, sentence: string) => Promise<void>;
  requeue: (id: string, sentence: string | null) => Promise<void>;
  /** Lets it wait for a person; false when she has answered by now. */
  park: (id: string, sentence: string) => Promise<boolean>;
};

/** What came of a job. */
export type JobDone = { result: Record<string, unknown>; outputMediaId?: string };

export function jobRecords(client: DirectusClient): JobRecords {
  return {
    read: (id) => readWorkerJob(client, id),
    markActive: (id, attempt) => markJobActive(client, id, attempt),
    reportProgress: (id, progress) => reportJobProgress(client, id, progress),
    complete: (id, done) => completeJob(client, id, done),
    fail: (id, sentence) => failJob(client, id, sentence),
    requeue: (id, sentence) => requeueJob(client, id, sentence),
    park: (id, sentence) => parkJob(client, id, sentence),
  };
}
