import { createItem, createItems, customEndpoint } from "@directus/sdk";
import type { MediaJob, MediaTask } from "@genie/schema";
import type { DirectusClient } from "./create-directus-client.ts";
import { newId } from "./new-id.ts";
import { onlyOwn, type RowReader } from "./only-own.ts";
import { readRows } from "./read-rows.ts";

/** A piece of work, as it runs. */
export type Job = {
  id: string;
  kind: MediaJob["job_type"];
  status: MediaJob["status"];
  /** 0 to 100. */
  progress: number;
  attempts: number;
  account: { id: string; platform: string; username: string } | null;
  input: { id: string; caption: string; file: { id: string; mime: string } | null } | null;
  outputId: string | null;
  /** The file of what was made. */
  outputFile: { id: string; mime: string } | null;
  post: { id: string; status: string; scheduledFor: string | null } | null;
  /** Of jobs that were asked for at once. */
  batchId: string | null;
  /** The log-in that it goes on after. */
  waitsFor: string | null;
  payload: Record<string, unknown> | null;
  /** The sentence of a failure. */
  problem: string | null;
  createdAt: string | null;
  startedAt: string | null;
  completedAt: string | null;
};

type FileRow = { id: string; type: string | null };
type PostRow = { id: string; status: string; scheduled_for: string | null };

const own = [
  "id",
  "job_type",
  "status",
  "progress",
  "attempts",
  "batch_id",
  "waits_for",
  "payload",
  "error",
  "created_at",
  "started_at",
  "completed_at",
] as const satisfies readonly (keyof MediaJob)[];

type JobRow = Pick<MediaJob, (typeof own)[number]> & {
  creator_profile_id: Job["account"];
  input_media_id: { id: string; caption: string | null; file_id: FileRow | null } | null;
  output_media_id: { id: string; file_id: FileRow | null } | null;
  post_id: PostRow | null;
};

const fields = [
  ...own,
  "creator_profile_id.id",
  "creator_profile_id.platform",
  "creator_profile_id.username",
  "input_media_id.id",
  "input_media_id.caption",
  "input_media_id.file_id.id",
  "input_media_id.file_id.type",
  "output_media_id.id",
  "output_media_id.file_id.id",
  "output_media_id.file_id.type",
  "post_id.id",
  "post_id.status",
  "post_id.scheduled_for",
];

export type JobQuery = {
  statuses?: readonly Job["status"][];
  kind?: Job["kind"];
  /** Of this entry of the library. */
  mediaId?: string;
  /** Of those that were asked for together; null: of those that were asked for alone. */
  batchId?: string | null;
  limit?: number;
};

/** The caller's jobs, newest first. */
export async function listJobs(
  client: DirectusClient,
  viewer: RowReader,
  { statuses, kind, mediaId, batchId, limit = 100 }: JobQuery = {},
): Promise<Job[]> {
  const filter = {
    ...onlyOwn(viewer).filter,
    ...(statuses && { status: { _in: statuses } }),
    ...(kind && { job_type: { _eq: kind } }),
    ...(mediaId && { input_media_id: { _eq: mediaId } }),
    ...(batchId !== undefined && {
      batch_id: batchId === null ? { _null: true } : { _eq: batchId },
    }),
  };
  const rows = await readRows<JobRow>(client, "media_jobs", {
    fields,
    filter,
    sort: ["-created_at", "id"],
    limit,
  });
  return rows.map(toJob);
}

/** Asks for a reading of an account and gives the id of the job. */
export function createScrapeJob(client: DirectusClient, profileId: string): Promise<string> {
  return createJob(client, { job_type: "scrape_profile", creator_profile_id: profileId });
}

/**
 * Asks for the same work on each of these entries, all or none, and gives the ids of the jobs.
 * `profileId`: the account that copies are to be made small enough for.
 */
export async function createMediaJobs(
  client: DirectusClient,
  mediaIds: readonly string[],
  { work, options }: MediaTask,
  { profileId = null }: { profileId?: string | null } = {},
): Promise<string[]> {
  const batch_id = mediaIds.length > 1 ? newId() : null;
  const rows = mediaIds.map((input_media_id) => ({
    job_type: work,
    input_media_id,
    payload: options,
    ...(profileId !== null && { creator_profile_id: profileId }),
    ...(batch_id !== null && { batch_id }),
  }));
  const made = await client.send(createItems("media_jobs", rows, { fields: ["id"] }));
  return made.map(({ id }) => id);
}

/** Calls jobs off that wait or run; what is over stays as it is. Nothing of what they made is kept. */
export async function cancelJobs(client: DirectusClient, ids: readonly string[]): Promise<void> {
  const body = JSON.stringify({ ids });
  await client.send(customEndpoint({ method: "POST", path: "/jobs/cancel", body }));
}

/** Asks for a copy of a picture that an account's platform takes, and gives the id of the job. */
export function createCompressJob(
  client: DirectusClient,
  mediaId: string,
  { profileId }: { profileId: string },
): Promise<string> {
  return createJob(client, {
    job_type: "compress",
    input_media_id: mediaId,
    creator_profile_id: profileId,
  });
}

/** Asks for a post that is out to be deleted on its platform, and gives the id of the job. */
export function createDeleteJob(client: DirectusClient, postId: string): Promise<string> {
  return createJob(client, { job_type: "delete_post", post_id: postId });
}

/** Asks a language model for tags of an entry, which are then proposed on it, and gives the id of the job. */
export function createSuggestJob(client: DirectusClient, mediaId: string): Promise<string> {
  return createJob(client, { job_type: "classify", input_media_id: mediaId });
}

/** The last time that a post was asked to be deleted on its platform; null when nobody did. */
export async function findDeleteJob(client: DirectusClient, postId: string): Promise<Job | null> {
  const [row] = await readRows<JobRow>(client, "media_jobs", {
    fields,
    filter: { job_type: { _eq: "delete_post" }, post_id: { _eq: postId } },
    sort: ["-created_at", "id"],
    limit: 1,
  });
  return row === undefined ? null : toJob(row);
}

/** Asks for the same work again, as a job of its own, and gives its id. */
export function repeatJob(client: DirectusClient, job: Job): Promise<string> {
  return createJob(client, {
    job_type: job.kind,
    ...(job.account && { creator_profile_id: job.account.id }),
    ...(job.input && { input_media_id: job.input.id }),
    ...(job.post && { post_id: job.post.id }),
    ...(job.payload && { payload: job.payload }),
    ...(job.batchId !== null && { batch_id: job.batchId }),
  });
}

async function createJob(client: DirectusClient, row: Partial<MediaJob>): Promise<string> {
  const { id } = await client.send(createItem("media_jobs", row, { fields: ["id"] }));
  return id;
}

function toJob(row: JobRow): Job {
  const { input_media_id: input, output_media_id: output, post_id: post } = row;
  return {
    id: row.id,
    kind: row.job_type,
    status: row.status,
    progress: row.progress,
    attempts: row.attempts,
    account: row.creator_profile_id,
    input: input && {
      id: input.id,
      caption: input.caption ?? "",
      file: toFile(input.file_id),
    },
    outputId: output?.id ?? null,
    outputFile: toFile(output?.file_id ?? null),
    post: post && { id: post.id, status: post.status, scheduledFor: post.scheduled_for },
    batchId: row.batch_id,
    waitsFor: row.waits_for,
    payload: row.payload,
    problem: row.error,
    createdAt: row.created_at,
    startedAt: row.started_at,
    completedAt: row.completed_at,
  };
}

function toFile(row: FileRow | null): { id: string; mime: string } | null {
  return row && { id: row.id, mime: row.type ?? "" };
}
