import { stat } from "node:fs/promises";
import { setTimeout as wait } from "node:timers/promises";
import { AppError } from "@genie/errors";
import { PostSweepAnswer } from "@genie/schema";
import { countRequests } from "./count-requests.ts";
import { type Lateness, latenessOf, published, warmUp } from "./post-lateness.ts";
import type { Account, PublishingStack } from "./publishing-stack.ts";

const headStartMs = 45_000;
const burstSpanMs = 1_000;
const sweepWithinMs = 60_000;

export type Burst = Lateness & {
  /** From the time of the first to the appearance of the last. */
  drainMs: number;
  requestsPerPost: number;
  /** How late the first post of each other account appeared. */
  firstOfOthersMs: number[];
};

/**
 * Posts that are due in one second, a fifth of them of the first account. They are put into the
 * database as a lost queue would leave them, so that it is the sweep that wakes them all.
 */
export async function postBurst(
  stack: PublishingStack,
  accounts: readonly Account[],
  count: number,
  signal: AbortSignal,
): Promise<Burst> {
  const run = crypto.randomUUID().slice(0, 8);
  await warmUp(stack, accounts, signal);
  const dueFrom = new Date(Date.now() + headStartMs);
  await insertPosts(stack, accounts, { run, dueFrom, count, spanMs: burstSpanMs });
  await sweepPosts(stack);
  if (Date.now() > dueFrom.getTime()) {
    throw new AppError("internal", `Waking ${count} posts took longer than ${headStartMs} ms.`);
  }
  const { size: from } = await stat(stack.directus.log);
  const rows = await published(stack, `Burst ${run} `, count, signal);
  const requests = await countRequests(stack.directus.log, from);
  const all = await latenessOf(stack, accounts, rows, `Burst ${run} `, count);
  const first = rows.filter(({ caption }) => caption.includes(" first of others "));
  const ofFirst = await latenessOf(stack, accounts, first, `Burst ${run} `, count);
  const drainMs = Math.max(...all.arrivedMs) + burstSpanMs;
  return { ...all, drainMs, firstOfOthersMs: ofFirst.arrivedMs, requestsPerPost: requests / count };
}

/** Posts as a lost queue would leave them, due evenly over a span; their captions begin with `Burst` and the run. */
export async function insertPosts(
  { database }: PublishingStack,
  accounts: readonly Account[],
  { run, dueFrom, count, spanMs }: { run: string; dueFrom: Date; count: number; spanMs: number },
): Promise<void> {
  const ofFirst = Math.floor(count / 5);
  await database.query(
    `with made as (
       insert into scheduled_posts (id, user_id, creator_profile_id, caption, status, scheduled_for)
       select gen_random_uuid(), c.user_id, c.id,
              'Burst ' || $1::text || case when n <= $4::int then ' of one '
                   when n < $4::int + cardinality($5::uuid[]) then ' first of others '
                   else ' of others ' end || n,
              'pending',
              $2::timestamptz + (n * $6::int / $3::int) * interval '1 millisecond'
         from generate_series(1, $3::int) n
         join creator_profiles c
           on c.id = ($5::uuid[])[case when n <= $4::int then 1 else 2 + n % (cardinality($5::uuid[]) - 1) end]
       returning id, user_id, creator_profile_id, generation)
     insert into media_jobs (id, user_id, job_type, queue_name, bull_job_id, creator_profile_id, post_id, status, created_at)
     select gen_random_uuid(), user_id, 'publish_post', 'publish', id || '-g' || generation,
            creator_profile_id, id, 'queued', clock_timestamp()
       from made`,
    [run, dueFrom, count, ofFirst, accounts.map(({ profileId }) => profileId), spanMs],
  );
}

/** Wakes all posts that are due within two minutes. */
export async function sweepPosts({ directus }: PublishingStack): Promise<void> {
  const until = performance.now() + sweepWithinMs;
  while (performance.now() < until) {
    const response = await fetch(`${directus.url}/publishing/sweep`, {
      method: "POST",
      headers: {
        authorization: `Bearer ${directus.workerToken}`,
        "content-type": "application/json",
      },
      body: "{}",
    });
    const { data } = (await response.json()) as { data?: unknown };
    const answer = PostSweepAnswer.safeParse(data).data;
    if (answer?.skipped === false) return;
    await wait(200);
  }
  throw new AppError("internal", "The sweep did not wake the posts in time.");
}

/** Requests that Directus has answered since its log had this size. */
