import { setTimeout as wait } from "node:timers/promises";
import { createPost } from "@genie/directus-client";
import { AppError } from "@genie/errors";
import { z } from "zod";
import type { Account, PublishingStack } from "./publishing-stack.ts";
import type { SandboxPost } from "./sandbox.ts";

const Row = z.object({
  caption: z.string(),
  due: z.coerce.date(),
  sent: z.coerce.date(),
  post: z.string(),
});

// To be made, and to be taken up before the first is due.
const headStartMs = 60_000;
const settlesWithinMs = 15 * 60_000;
const makersAtOnce = 4;

export type Lateness = {
  /** From its time to the moment in which it is written down that the request goes out, by the database's clock. */
  sentMs: number[];
  /** From its time to its appearance, by the platform's clock. */
  arrivedMs: number[];
  lost: number;
  duplicates: number;
};

/** Posts that are due evenly over a span, of several accounts in turn. */
export async function postLateness(
  stack: PublishingStack,
  accounts: readonly Account[],
  { count, spanMs }: { count: number; spanMs: number },
  signal: AbortSignal,
): Promise<Lateness> {
  const run = crypto.randomUUID().slice(0, 8);
  await warmUp(stack, accounts, signal);

  const first = Date.now() + headStartMs;
  const numbers = Array.from({ length: count }, (_none, n) => n).values();
  await Promise.all(
    Array.from({ length: makersAtOnce }, async () => {
      for (const n of numbers) {
        const due = new Date(first + (n * spanMs) / count);
        await schedule(accounts[n % accounts.length], `Post ${run} ${n}`, due);
      }
    }),
  );
  if (Date.now() > first) {
    throw new AppError("internal", `Making ${count} posts took longer than ${headStartMs} ms.`);
  }
  const rows = await published(stack, `Post ${run} `, count, signal);
  return latenessOf(stack, accounts, rows, `Post ${run} `, count);
}

/** The first post of an account signs in; the others find the session. */
export async function warmUp(
  stack: PublishingStack,
  accounts: readonly Account[],
  signal: AbortSignal,
): Promise<void> {
  const run = crypto.randomUUID().slice(0, 8);
  for (const account of accounts) {
    await schedule(account, `Warm-up ${run}`, new Date(Date.now() + 1_000));
  }
  await published(stack, `Warm-up ${run}`, accounts.length, signal);
}

/** What became of the posts whose caption begins like this, by what the platform itself shows. */
export async function latenessOf(
  { sandbox }: PublishingStack,
  accounts: readonly Account[],
  rows: readonly z.infer<typeof Row>[],
  caption: string,
  count: number,
): Promise<Lateness> {
  const posts: SandboxPost[] = [];
  for (const { username } of accounts) {
    const composed = await sandbox.composed(username);
    posts.push(...composed.posts.filter((post) => post.caption.startsWith(caption)));
  }
  const shown = new Map(posts.map(({ id, published_at: at }) => [id, at]));
  const captions = new Set(posts.map((post) => post.caption));
  return {
    sentMs: rows.map(({ due, sent }) => sent.getTime() - due.getTime()),
    arrivedMs: rows.flatMap(({ due, post }) => {
      const at = shown.get(post);
      return at === undefined ? [] : [at - due.getTime()];
    }),
    lost: count - captions.size,
    duplicates: posts.length - captions.size,
  };
}

async function schedule(account: Account | undefined, caption: string, scheduledFor: Date) {
  if (!account) throw new AppError("internal", "There is no account to post with.");
  await createPost(account.creator, {
    profileId: account.profileId,
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
    const done = await database.query<{ n: number }>(
      `select count(*)::int as n from scheduled_posts
        where status = 'published' and starts_with(caption, $1)`,
      [caption],
    );
    const n = done.rows[0]?.n ?? 0;
    if (n >= count) break;
    if (performance.now() > until) {
      throw new AppError("internal", `Only ${n} of ${count} posts were published in time.`);
    }
    await wait(500);
  }
  const { rows } = await database.query(
    `select p.caption, p.scheduled_for as due, a.sent_at as sent, p.platform_post_id as post
       from scheduled_posts p
       join publish_attempts a on a.post_id = p.id and a.state = 'succeeded'
      where p.status = 'published' and starts_with(p.caption, $1)`,
    [caption],
  );
  return z.array(Row).parse(rows);
}
