import { openQueues, queueConnection, type QueueName, type Queues } from "@genie/jobs";
import { stackUnderTest } from "@genie/testing";
import { Pool } from "pg";
import type { Row } from "./post-scene.ts";

/** The queues that the stack under test works with. */
export function queueUnderTest(): Queues {
  const { queuesDatabaseUrl } = stackUnderTest();
  // Each call rejects by itself.
  return openQueues(queueConnection({ queuesDatabaseUrl }), { onError: () => undefined });
}

/** What the queue is told of a post of the sandbox, as it stands now. */
export function postJob(row: Row) {
  return {
    postId: String(row["id"]),
    generation: Number(row["generation"]),
    attempt: Number(row["attempt_no"]),
    platform: "sandbox",
    profileId: String(row["creator_profile_id"]),
  };
}

/** As if the queue had been lost, as far as this job goes. */
export async function takeOutOfQueue(queue: QueueName, dedupeId: string): Promise<void> {
  await onQueues("delete from genie.job where queue = $1 and dedup_id = $2", [queue, dedupeId]);
  await onQueues("delete from genie.dedup where queue = $1 and dedup_id = $2", [queue, dedupeId]);
}

/** As if the queue had been lost, as far as this account's schedule goes. */
export async function takeOutSchedule(profile: string): Promise<void> {
  await onQueues("delete from genie.job where scheduler_id = $1", [profile]);
  await onQueues("delete from genie.scheduler where scheduler_id = $1", [profile]);
}

/** Runs SQL on the database of the queues. */
export async function onQueues(sql: string, values: string[]): Promise<unknown[]> {
  const pool = new Pool({ connectionString: stackUnderTest().queuesDatabaseUrl, max: 1 });
  try {
    return (await pool.query(sql, values)).rows;
  } finally {
    await pool.end();
  }
}
