import type { Knex } from "knex";

/** Runs `work` unless the same is under way in any process; answers undefined then. */
export async function oneAtATime<Result>(
  database: Knex,
  name: string,
  work: () => Promise<Result>,
): Promise<Result | undefined> {
  return database.transaction(async (trx) => {
    const { rows } = await trx.raw<{ rows: { free: boolean }[] }>(
      "select pg_try_advisory_xact_lock(hashtextextended(?, 0)) as free",
      [`genie/${name}`],
    );
    return rows[0]?.free === true ? work() : undefined;
  });
}
