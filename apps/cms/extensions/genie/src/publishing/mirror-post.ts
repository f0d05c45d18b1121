import { randomUUID } from "node:crypto";
import { publishQueue } from "@genie/jobs";
import { lockedPostStates, type MediaJob } from "@genie/schema";
import type { Knex } from "knex";
import type { RowChange } from "../directus-emitter.ts";

export type MirrorStatus = MediaJob["status"];

type MirroredPost = {
  id: string;
  user_id: string;
  creator_profile_id: string;
  media_id: string | null;
  platform: string;
  generation: number;
  attempt_no: number;
};

/**
 * Makes the row in `media_jobs` say what the post's state is: one row for each generation, and none
 * that waits for an older one. The post's row must be locked.
 */
export async function mirrorPost(
  trx: Knex,
  post: MirroredPost,
  { status, error }: { status: MirrorStatus; error: string | null },
): Promise<RowChange[]> {
  const key = jobIdOf(post);
  // Only a plan that is new can leave older ones behind.
  if (status === "queued") await removeRevoked(trx, post.id, key);
  const ended = status === "completed" || status === "failed";
  const row = {
    id: randomUUID(),
    user_id: post.user_id,
    job_type: "publish_post",
    queue_name: publishQueue(post.platform),
    bull_job_id: key,
    creator_profile_id: post.creator_profile_id,
    post_id: post.id,
    input_media_id: post.media_id,
    status,
    error,
    attempts: post.attempt_no,
    progress: status === "completed" ? 100 : 0,
  };
  const names = Object.keys(row);
  const { rows } = await trx.raw<{ rows: { id: string; made: boolean }[] }>(
    `insert into media_jobs as job (${names.join(", ")}, created_at, started_at, completed_at)
     values (${names.map((name) => `:${name}`).join(", ")}, clock_timestamp(),
             case when :status = 'active' then clock_timestamp() end,
             case when :ended then clock_timestamp() end)
     on conflict (post_id, bull_job_id) do update
        set status = excluded.status, error = excluded.error, attempts = excluded.attempts,
            progress = excluded.progress, completed_at = excluded.completed_at,
            started_at = case when excluded.status = 'active' and job.status <> 'active'
                              then excluded.started_at else job.started_at end
      where (job.status, job.error, job.attempts)
            is distinct from (excluded.status, excluded.error, excluded.attempts)
     returning id, xmax = 0 as made`,
    { ...row, ended },
  );
  return rows.map(({ id, made }) =>
    made
      ? { collection: "media_jobs", action: "create", id, values: { status } }
      : { collection: "media_jobs", action: "update", id, values: { status, error } },
  );
}

/**
 * Removes rows that wait for the post, and those of claims that an edit took back, but the one of
 * `keep`.
 */
export async function removeRevoked(trx: Knex, postId: string, keep = ""): Promise<void> {
  const isOnItsWay = trx("scheduled_posts")
    .where("id", postId)
    .whereIn("status", [...lockedPostStates]);
  await trx("media_jobs")
    .where({ post_id: postId, job_type: "publish_post" })
    .whereNot("bull_job_id", keep)
    .where((row) =>
      row
        .where("status", "queued")
        .orWhere((active) => active.where("status", "active").whereNotExists(isOnItsWay)),
    )
    .delete();
}

// The key of the queue without the try, since all tries of a generation are one row.
const jobIdOf = ({ id, generation }: MirroredPost) => `${id}-g${generation}`;
