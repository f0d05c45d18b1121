import type { RemovedReport } from "@genie/schema";
import { lockPost } from "./post-row.ts";
import type { Publisher } from "./publisher.ts";

/**
 * Notes that a post was deleted on its platform, as its owner wanted, and that nobody looks for it any
 * more. Repeating it changes nothing.
 */
export async function recordRemoved(
  publisher: Publisher,
  { post_id: id, platform_post_id: platformPostId }: RemovedReport,
): Promise<{ removed: boolean }> {
  const post = await lockPost(publisher.trx, id);
  if (post?.status !== "published" || post.platform_post_id !== platformPostId) {
    return { removed: false };
  }
  if (post.removed_at === null) {
    await publisher.changePost(post, {
      removed_at: new Date(await publisher.now()),
      live_check_at: null,
      missing_since: null,
    });
  }
  return { removed: true };
}
