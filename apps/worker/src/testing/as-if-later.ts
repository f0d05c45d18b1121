import { openQueues, publishPost, queueConnection } from "@genie/jobs";
import { asPublisher, stackUnderTest, type TestDatabase } from "@genie/testing";
import { expect } from "vitest";

const patience = { timeout: 150_000, interval: 250 };

/** Waits until nobody knows whether the post is out; then as if its platform had had the time to show it. */
export async function endSettling(database: TestDatabase, postId: string): Promise<void> {
  const makeLate = async () => {
    await asPublisher(
      database,
      `update scheduled_posts set claimed_until = now() - interval '10 minutes'
        where id = $1 and status = 'unconfirmed' and claimed_until <= now()`,
      [postId],
    );
    const { rows } = await database.query<{ late: boolean }>(
      `select status = 'published' or status = 'unconfirmed'
              and claimed_until not between now() - interval '9 minutes' and now() as late
         from scheduled_posts where id = $1`,
      [postId],
    );
    return rows[0]?.late;
  };
  await expect.poll(makeLate, patience).toBe(true);
}

/** As if the pause before another try were over: by the row, and by a job of its own. */
export async function endPause(database: TestDatabase, postId: string): Promise<void> {
  await asPublisher(
    database,
    "update scheduled_posts set retry_at = now() where id = $1 and status = 'pending'",
    [postId],
  );
  const { rows } = await database.query<{ payload: PostJob }>(
    `select json_build_object('postId', p.id, 'generation', p.generation, 'attempt', 1000,
                              'platform', c.platform, 'profileId', c.id) as payload
       from scheduled_posts p join creator_profiles c on c.id = p.creator_profile_id where p.id = $1`,
    [postId],
  );
  const { queuesDatabaseUrl } = stackUnderTest();
  const queues = openQueues(queueConnection({ queuesDatabaseUrl }), { onError: () => undefined });
  try {
    for (const { payload } of rows) await queues.enqueue(publishPost, payload);
  } finally {
    await queues.close();
  }
}

type PostJob = {
  postId: string;
  generation: number;
  attempt: number;
  platform: string;
  profileId: string;
};
