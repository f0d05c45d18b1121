import { mostReadings } from "@genie/browser-client";
import type { Knex } from "knex";
import { refusal, tooMany } from "../refusals.ts";

const triesAgainAfterSeconds = 30;

/**
 * Takes an account for a flow, unless it is read already, by a flow of any process or by the worker. Answers what
 * gives it back. The claim is a lock of a transaction that stays open meanwhile, so it ends with its process at the
 * latest. Job intake keeps it from being taken until its row is there, so of two at once only one begins.
 */
export async function claimAccount(
  database: Knex,
  accountId: string,
  { services }: { services: number },
): Promise<() => void> {
  const claim = await database.transaction();
  try {
    const isMine = await tryToLock(claim, claimOf(accountId));
    if (!isMine || (await hasScrapeJob(claim, accountId))) throw alreadyRead();
    await takePlace(claim, mostReadings(services));
  } catch (error) {
    await claim.rollback();
    throw error;
  }
  // A connection that broke meanwhile has given everything back by itself.
  return () => void claim.commit().then(undefined, () => {});
}

const claimOf = (accountId: string) => `genie/reading/${accountId}`;

/** Until the end of the transaction, nobody else begins to read the account. */
export async function lockAccount(database: Knex, accountId: string): Promise<void> {
  await database.raw("select pg_advisory_xact_lock(hashtextextended(?, 0))", [
    `genie/scrape/${accountId}`,
  ]);
}

/** SQL, whether no flow reads the account in this column. Until the end of the transaction none begins to. */
export const isUnclaimed = (column: string) =>
  `pg_try_advisory_xact_lock_shared(hashtextextended('${claimOf("")}' || ${column}, 0))`;

/** Whether a flow of any process reads the account right now. If not, none begins before the end of the transaction. */
export async function isBeingRead(database: Knex, accountId: string): Promise<boolean> {
  const { rows } = await database.raw<{ rows: { free: boolean }[] }>(
    `select ${isUnclaimed("?::text")} as free`,
    [accountId],
  );
  return rows[0]?.free !== true;
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

async function takePlace(trx: Knex, most: number): Promise<void> {
  for (let place = 1; place <= most; place += 1) {
    if (await tryToLock(trx, `genie/reading-place/${place}`)) return;
  }
  throw tooMany(triesAgainAfterSeconds);
}

async function tryToLock(trx: Knex, name: string): Promise<boolean> {
  const { rows } = await trx.raw<{ rows: { free: boolean }[] }>(
    "select pg_try_advisory_xact_lock(hashtextextended(?, 0)) as free",
    [name],
  );
  return rows[0]?.free === true;
}
