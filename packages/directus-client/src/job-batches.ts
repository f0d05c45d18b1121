import { createItems } from "@directus/sdk";
import type { MediaJob } from "@genie/schema";
import type { DirectusClient } from "./create-directus-client.ts";
import { inPieces } from "./in-pieces.ts";
import { cancelJobs, type Job, listJobs } from "./media-jobs.ts";
import { onlyOwn, type RowReader } from "./only-own.ts";
import { readGroups, readRows } from "./read-rows.ts";

/** Work that was asked for on several entries at once. What was tried again counts once. */
export type JobBatch = {
  id: string;
  kind: Job["kind"];
  total: number;
  waiting: number;
  running: number;
  done: number;
  /** Without those that were tried again. */
  failed: number;
  cancelled: number;
  /** Of the whole, 0 to 100. */
  progress: number;
  createdAt: string;
  startedAt: string | null;
  /** When the last of them was over; null while one is not. */
  completedAt: string | null;
};

type Group = Pick<MediaJob, "job_type" | "status"> & {
  batch_id: string;
  countDistinct: { input_media_id: number | string };
  avg: { progress: number | string | null };
  min: { created_at: string; started_at: string | null };
  max: { completed_at: string | null };
};
type Whole = { batch_id: string; countDistinct: { input_media_id: number | string } };

const mostGroups = 1000;
const most = 1000;

/** The caller's batches that were asked for since then, newest first. */
export async function listJobBatches(
  client: DirectusClient,
  viewer: RowReader,
  since: Date,
): Promise<JobBatch[]> {
  const filter = {
    ...onlyOwn(viewer).filter,
    batch_id: { _nnull: true },
    created_at: { _gte: since.toISOString() },
  };
  const [wholes, groups] = await Promise.all([
    readGroups<Whole>(client, "media_jobs", {
      groupBy: ["batch_id"],
      aggregate: { countDistinct: ["input_media_id"] },
      filter,
      limit: mostGroups,
    }),
    readGroups<Group>(client, "media_jobs", {
      groupBy: ["batch_id", "job_type", "status"],
      aggregate: {
        countDistinct: ["input_media_id"],
        avg: ["progress"],
        min: ["created_at", "started_at"],
        max: ["completed_at"],
      },
      filter,
      limit: mostGroups,
    }),
  ]);
  return wholes
    .map(({ batch_id: id, countDistinct }) =>
      toBatch(
        id,
        Number(countDistinct.input_media_id),
        groups.filter((group) => group.batch_id === id),
      ),
    )
    .toSorted((a, b) => b.createdAt.localeCompare(a.createdAt));
}

/** The jobs of a batch that failed and were not tried again since. */
export async function listFailedInBatch(
  client: DirectusClient,
  viewer: RowReader,
  batchId: string,
): Promise<Job[]> {
  const failed = await listJobs(client, viewer, { batchId, statuses: ["failed"], limit: most });
  // Of what failed twice, the last time counts.
  const newest = failed.filter(
    ({ input }, place) => failed.findIndex((other) => other.input?.id === input?.id) === place,
  );
  const others = await inPieces(
    newest.flatMap(({ input }) => input?.id ?? []),
    (piece) =>
      readRows<{ input_media_id: string }>(client, "media_jobs", {
        fields: ["input_media_id"],
        filter: {
          batch_id: { _eq: batchId },
          status: { _neq: "failed" },
          input_media_id: { _in: piece },
        },
        limit: most,
      }),
  );
  const settled = new Set(others.map((row) => row.input_media_id));
  return newest.filter(({ input }) => input !== null && !settled.has(input.id));
}

/** Asks again for what failed of a batch, as part of it, all or none; answers how many that are. */
export async function retryFailedInBatch(
  client: DirectusClient,
  viewer: RowReader,
  batchId: string,
): Promise<number> {
  const rows = (await listFailedInBatch(client, viewer, batchId)).map((job) => ({
    job_type: job.kind,
    batch_id: batchId,
    ...(job.input && { input_media_id: job.input.id }),
    ...(job.account && { creator_profile_id: job.account.id }),
    ...(job.payload && { payload: job.payload }),
  }));
  if (rows.length > 0) await client.send(createItems("media_jobs", rows, { fields: ["id"] }));
  return rows.length;
}

/** Calls off what waits or runs of a batch; what is done stays. */
export async function cancelBatch(
  client: DirectusClient,
  viewer: RowReader,
  batchId: string,
): Promise<void> {
  const rows = await readRows<{ id: string }>(client, "media_jobs", {
    fields: ["id"],
    filter: {
      ...onlyOwn(viewer).filter,
      batch_id: { _eq: batchId },
      status: { _in: ["queued", "active"] },
    },
    limit: most,
  });
  const ids = rows.map(({ id }) => id);
  if (ids.length > 0) await cancelJobs(client, ids);
}

function toBatch(id: string, total: number, groups: readonly Group[]): JobBatch {
  const of = (status: MediaJob["status"]) => groups.find((group) => group.status === status);
  const count = (status: MediaJob["status"]) =>
    Number(of(status)?.countDistinct.input_media_id ?? 0);
  const [waiting, running, done, cancelled] = [
    count("queued"),
    count("active"),
    count("completed"),
    count("cancelled"),
  ];
  const failed = Math.max(0, total - waiting - running - done - cancelled);
  const part = (running * Number(of("active")?.avg.progress ?? 0)) / 100;
  const moments = (pick: (group: Group) => string | null) =>
    groups.flatMap((group) => pick(group) ?? []).toSorted();
  return {
    id,
    kind: groups[0]?.job_type ?? "watermark",
    total,
    waiting,
    running,
    done,
    failed,
    cancelled,
    progress: total === 0 ? 100 : (100 * (done + failed + cancelled + part)) / total,
    createdAt: moments(({ min }) => min.created_at)[0] ?? "",
    startedAt: moments(({ min }) => min.started_at)[0] ?? null,
    completedAt:
      waiting + running > 0 ? null : (moments(({ max }) => max.completed_at).at(-1) ?? null),
  };
}
