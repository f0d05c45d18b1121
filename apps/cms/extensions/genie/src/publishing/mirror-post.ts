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
  await removeRevoked(trx, post.id, key);
  const now = trx.raw("clock_timestamp()");
  const [before] = await trx<MediaJob>("media_jobs")
    .where({ post_id: post.id, bull_job_id: key })
    .select("id", "status", "error", "attempts");
  const ended = status === "completed" || status === "failed";
  const values = {
    status,
    error,
    attempts: post.attempt_no,
    progress: status === "completed" ? 100 : 0,
    ...(status === "active" && before?.status !== "active" ? { started_at: now } : {}),
    completed_at: ended ? now : null,
  };
  if (!before) {
    const row = {
      id: randomUUID(),
      user_id: post.user_id,
      job_type: "publish_post",
      queue_name: publishQueue(post.platform),
      bull_job_id: key,
      creator_profile_id: post.creator_profile_id,
      post_id: post.id,
      input_media_id: post.media_id,
      created_at: now,
      ...values,
    };
    await trx("media_jobs").insert(row);
    return [{ collection: "media_jobs", action: "create", id: row.id, values: { status } }];
  }
  const same =
    before.status === status && before.error === error && before.attempts === post.attempt_no;
  if (same) return [];
  await trx("media_jobs").where("id", before.id).update(values);
  return [{ collection: "media_jobs", action: "update", id: before.id, values: { status, error } }];
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
