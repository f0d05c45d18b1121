import { createItem, readItems, updateItem } from "@directus/sdk";
import type { MediaJob } from "@genie/schema";
import type { DirectusClient } from "./create-directus-client.ts";
import { isConflict } from "./translate-error.ts";

/** A job as the worker needs it: what to work on, with which options. */
export type WorkerJob = {
  id: string;
  ownerId: string;
  type: MediaJob["job_type"];
  status: MediaJob["status"];
  profileId: string | null;
  inputMediaId: string | null;
  postId: string | null;
  options: Record<string, unknown>;
  /** When it was asked for: the same for every try. */
  createdAt: Date;
};

/** The row of a job; null when it was removed. */
export async function readWorkerJob(client: DirectusClient, id: string): Promise<WorkerJob | null> {
  const [row] = await client.send(
    readItems("media_jobs", {
      fields: [
        "id",
        "user_id",
        "job_type",
        "status",
        "creator_profile_id",
        "input_media_id",
        "post_id",
        "payload",
        "created_at",
      ],
      filter: { id: { _eq: id } },
      limit: 1,
    }),
  );
  if (row === undefined) return null;
  return {
    id: row.id,
    ownerId: row.user_id,
    type: row.job_type,
    status: row.status,
    profileId: row.creator_profile_id,
    inputMediaId: row.input_media_id,
    postId: row.post_id,
    options: row.payload ?? {},
    createdAt: new Date(row.created_at ?? 0),
  };
}

/** Says that work has begun, for the `attempts`th time. */
export async function markJobActive(
  client: DirectusClient,
  id: string,
  attempts: number,
): Promise<void> {
  const started_at = new Date().toISOString();
  await change(client, id, { status: "active", attempts, progress: 0, error: null, started_at });
}

/** Per cent, as a whole number. */
export async function reportJobProgress(
  client: DirectusClient,
  id: string,
  progress: number,
): Promise<void> {
  await change(client, id, { progress });
}

/** Says that all is done, and what came of it. */
export async function completeJob(
  client: DirectusClient,
  id: string,
  { result, outputMediaId }: { result: Record<string, unknown>; outputMediaId?: string },
): Promise<void> {
  await change(client, id, {
    status: "completed",
    progress: 100,
    error: null,
    result,
    completed_at: new Date().toISOString(),
    ...(outputMediaId !== undefined && { output_media_id: outputMediaId }),
  });
}

/** Says that it won't be tried again, and why, in a sentence for people. */
export async function failJob(client: DirectusClient, id: string, error: string): Promise<void> {
  await change(client, id, { status: "failed", error, completed_at: new Date().toISOString() });
}

/** Says that it will be tried again; `error` is why it has to be, null when it was only put off. */
export async function requeueJob(
  client: DirectusClient,
  id: string,
  error: string | null,
): Promise<void> {
  await change(client, id, { status: "queued", error });
}

/** Asks for a scrape of a profile; "exists" when one waits or runs already. */
export async function ensureScrapeJob(
  client: DirectusClient,
  profileId: string,
): Promise<"created" | "exists"> {
  const [open] = await client.send(
    readItems("media_jobs", {
      fields: ["id"],
      filter: {
        creator_profile_id: { _eq: profileId },
        job_type: { _eq: "scrape_profile" },
        status: { _in: ["queued", "active"] },
      },
      limit: 1,
    }),
  );
  if (open !== undefined) return "exists";
  try {
    const row = { job_type: "scrape_profile", creator_profile_id: profileId } as const;
    await client.send(createItem("media_jobs", row, { fields: ["id"] }));
    return "created";
  } catch (error) {
    if (isConflict(error)) return "exists";
    throw error;
  }
}

async function change(client: DirectusClient, id: string, row: Partial<MediaJob>): Promise<void> {
  await client.send(updateItem("media_jobs", id, row, { fields: ["id"] }));
}
