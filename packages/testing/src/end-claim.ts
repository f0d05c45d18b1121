import type { TestDatabase } from "./open-database.ts";

/** As if the time were over for which a worker had the post. */
export async function endClaim(database: TestDatabase, postId: string): Promise<void> {
  await asPublisher(database, "update scheduled_posts set claimed_until = now() where id = $1", [
    postId,
  ]);
}

/** Changes what nobody but the publisher may change. */
export async function asPublisher(
  database: TestDatabase,
  sql: string,
  values: unknown[],
): Promise<void> {
  const client = await database.connect();
  try {
    await client.query("begin; set local genie.writer = 'publisher'");
    await client.query(sql, values);
    await client.query("commit");
  } catch (error) {
    await client.query("rollback");
    throw error;
  } finally {
    client.release();
  }
}
