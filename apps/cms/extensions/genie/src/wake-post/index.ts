import type { Knex } from "knex";
import { callerOf } from "../caller.ts";
import type { Context, Hook, Payload } from "../directus.ts";
import { reasonOf } from "../gate-queues.ts";
import { wakePost } from "./wake-post.ts";

/**
 * Gives each post that waits its job in the queue, after the commit. What goes wrong here is only
 * logged, because a sweep makes it good.
 */
export const wakePosts: Hook = ({ action, filter }, context) => {
  const { database } = context;
  /** Posts of the links that a delete takes away: after the commit nobody knows them any more. */
  const postsOfDeleted = new WeakMap<object, string[]>();

  action("scheduled_posts.items.create", ({ key }) => wakeAll(context, [String(key)]));
  action("scheduled_posts.items.update", async ({ keys, payload }, { accountability }) => {
    // The publisher keeps the row in `media_jobs` itself; only what waits again needs a job.
    const isPublisher = callerOf(accountability) === "worker";
    if (isPublisher && (payload as Payload)["status"] !== "pending") return;
    await wakeAll(context, keys as string[]);
  });
  action("scheduled_posts_media.items.create", async ({ key }) =>
    wakeAll(context, await postsOf(database, [String(key)])),
  );
  action("scheduled_posts_media.items.update", async ({ keys }) =>
    wakeAll(context, await postsOf(database, keys as string[])),
  );
  filter<string[]>("scheduled_posts_media.items.delete", async (keys, _meta, event) => {
    postsOfDeleted.set(keys, await postsOf(event.database, keys));
    return keys;
  });
  action("scheduled_posts_media.items.delete", ({ keys }) =>
    wakeAll(context, postsOfDeleted.get(keys as object) ?? []),
  );
};

async function wakeAll(context: Context, posts: readonly string[]): Promise<void> {
  for (const post of posts) {
    try {
      await wakePost(context, post);
    } catch (error) {
      context.logger.warn(
        { post, reason: reasonOf(error) },
        "a post could not be put in its queue",
      );
    }
  }
}

async function postsOf(database: Knex, links: readonly string[]): Promise<string[]> {
  const rows = await database("scheduled_posts_media")
    .distinct<{ id: string }[]>({ id: "scheduled_posts_id" })
    .whereIn("id", [...links]);
  return rows.map(({ id }) => id);
}
