import { setTimeout as wait } from "node:timers/promises";
import { createPost } from "@genie/directus-client";
import { AppError } from "@genie/errors";
import { z } from "zod";
import type { PublishingStack } from "./publishing-stack.ts";

const Row = z.object({ due: z.coerce.date(), sent: z.coerce.date(), post: z.string() });

// To be made, and to be taken up before the first is due.
const headStartMs = 40_000;
const settlesWithinMs = 180_000;

/**
 * Posts that are due evenly over a span. `sentMs`: from its time to the request, by the database's
 * clock; `arrivedMs`: to its appearance, by the platform's.
 */
export async function postLateness(
  stack: PublishingStack,
  count: number,
  spanMs: number,
  signal: AbortSignal,
): Promise<{ sentMs: number[]; arrivedMs: number[]; lost: number; duplicates: number }> {
  const run = crypto.randomUUID().slice(0, 8);
  // The first post signs in; the others find the session.
  await schedule(stack, `Warm-up ${run}`, new Date(Date.now() + 1_000));
  await published(stack, `Warm-up ${run}`, 1, signal);

  const first = Date.now() + headStartMs;
  for (let n = 0; n < count; n += 1) {
    await schedule(stack, `Post ${run} ${n}`, new Date(first + (n * spanMs) / count));
  }
  const rows = await published(stack, `Post ${run} `, count, signal);
  const { posts } = await stack.sandbox.composed(stack.username);
  const ours = posts.filter(({ caption }) => caption.startsWith(`Post ${run} `));
  const shown = new Map(ours.map(({ id, published_at }) => [id, published_at]));
  const arrived = rows.filter(({ post }) => shown.has(post));
  return {
    sentMs: rows.map(({ due, sent }) => sent.getTime() - due.getTime()),
    arrivedMs: arrived.map(({ due, post }) => (shown.get(post) ?? 0) - due.getTime()),
    lost: count - new Set(ours.map(({ caption }) => caption)).size,
    duplicates: ours.length - new Set(ours.map(({ caption }) => caption)).size,
  };
}

function schedule({ creator, profileId }: PublishingStack, caption: string, scheduledFor: Date) {
  return createPost(creator, {
    profileId,
    mediaIds: [],
    caption,
    scheduledFor: scheduledFor.toISOString(),
    timezone: "UTC",
    status: "pending",
  });
}

/** Waits until so many posts whose caption begins like this are published. */
export async function published(
  { database }: Pick<PublishingStack, "database">,
  caption: string,
  count: number,
  signal: AbortSignal,
): Promise<z.infer<typeof Row>[]> {
  const until = performance.now() + settlesWithinMs;
  for (;;) {
    signal.throwIfAborted();
    const { rows } = await database.query(
      `select p.scheduled_for as due, a.sent_at as sent, p.platform_post_id as post
         from scheduled_posts p
         join publish_attempts a on a.post_id = p.id and a.state = 'succeeded'
        where p.status = 'published' and starts_with(p.caption, $1)`,
      [caption],
    );
    if (rows.length >= count) return z.array(Row).parse(rows);
    if (performance.now() > until) {
      throw new AppError(
        "internal",
        `Only ${rows.length} of ${count} posts were published in time.`,
      );
    }
    await wait(500);
  }
}
