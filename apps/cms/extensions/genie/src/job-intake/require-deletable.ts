import type { Platform } from "@genie/platforms";
import type { Knex } from "knex";
import type { Payload } from "../directus.ts";
import { lockPost } from "../publishing/post-row.ts";
import { refusal } from "../refusals.ts";

/** Only a post that is out, on a platform where we can delete it, and not while that is under way. */
export async function requireDeletable(
  database: Knex,
  platforms: readonly Platform[],
  postId: string,
): Promise<Payload> {
  // Until the commit, so that of two requests at once one sees the other's row.
  const post = await lockPost(database, postId);
  if (post?.status !== "published") throw notDeleted("This post is not out.");
  if (post.removed_at !== null) throw notDeleted("This post is deleted there already.");
  const platform = platforms.find(({ id }) => id === post.platform);
  if (!platform?.deletesPosts) {
    throw notDeleted(`Posts on ${platform?.name ?? post.platform} can't be deleted from here.`);
  }
  if (post.platform_post_id === null) {
    throw notDeleted(`Nobody knows which post on ${platform.name} this is. Delete it there.`);
  }
  const underWay = await database("media_jobs")
    .where({ post_id: postId, job_type: "delete_post" })
    .whereIn("status", ["queued", "active"])
    .first("id");
  if (underWay) {
    throw refusal("CONFLICT", "This post is being deleted already. Nothing more was started.");
  }
  return { creator_profile_id: post.creator_profile_id };
}

const notDeleted = (sentence: string) =>
  refusal("INVALID_PAYLOAD", `${sentence} Nothing was deleted.`);
