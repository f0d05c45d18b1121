import type { Hook } from "../directus.ts";
import { reasonOf } from "../gate-queues.ts";
import { sweepPosts } from "../publishing/sweep-posts.ts";

/** After the commit: what waited for a pause, or for everybody's stop, to end is woken. */
export const resumePublishing: Hook = ({ action }, context) => {
  const wake = async () => {
    try {
      await sweepPosts(context);
    } catch (error) {
      context.logger.warn({ reason: reasonOf(error) }, "posts are left to the next sweep");
    }
  };
  for (const collection of ["publish_pauses", "publish_stops"]) {
    action(`${collection}.items.update`, wake);
    action(`${collection}.items.delete`, wake);
  }
};
