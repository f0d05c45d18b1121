import type { Knex } from "knex";
import { refusal, tooMany } from "../refusals.ts";

/** Half of the browsers that there usually are: the worker needs its places, to publish on time. */
const mostAtOnce = 3;
const triesAgainAfterSeconds = 30;

const claimed = new Set<string>();

/** Whether a flow of this process reads the account right now. */
export const isBeingRead = (accountId: string): boolean => claimed.has(accountId);

/**
 * Takes an account for a flow, unless it is read already, by a flow or by the worker. Answers what
 * gives it back. Job intake takes the same lock, so of two at once only one begins.
 */
export async function claimAccount(database: Knex, accountId: string): Promise<() => void> {
  let isMine = false;
  try {
    await database.transaction(async (trx) => {
      await lockAccount(trx, accountId);
      if (isBeingRead(accountId) || (await hasScrapeJob(trx, accountId))) throw alreadyRead();
      if (claimed.size >= mostAtOnce) throw tooMany(triesAgainAfterSeconds);
      claimed.add(accountId);
      isMine = true;
    });
  } catch (error) {
    if (isMine) claimed.delete(accountId);
    throw error;
  }
  return () => void claimed.delete(accountId);
}

/** Until the end of the transaction, nobody else begins to read the account. */
export async function lockAccount(database: Knex, accountId: string): Promise<void> {
  await database.raw("select pg_advisory_xact_lock(hashtextextended(?, 0))", [
    `genie/scrape/${accountId}`,
  ]);
}

/** Whether the worker reads the account, or is going to. */
export async function hasScrapeJob(database: Knex, accountId: string): Promise<boolean> {
  const job = await database("media_jobs")
    .where({ creator_profile_id: accountId, job_type: "scrape_profile" })
    .whereIn("status", ["queued", "active"])
    .first("id");
  return job !== undefined;
}

export const alreadyRead = () =>
  refusal(
    "CONFLICT",
    "This account is being looked at already. Nothing more was started; wait until that is done.",
  );
