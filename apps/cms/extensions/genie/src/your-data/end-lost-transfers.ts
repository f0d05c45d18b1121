import type { Knex } from "knex";

export const brokeOff = "The download broke off. Nothing was lost; download it again.";

/** One that shows no life for so long has ended without a word. */
const lostAfterSeconds = 60;

/** Ends downloads that nobody sends any more, and forgets those that nobody came for; of `user` alone where given. */
export async function endLostTransfers(database: Knex, user?: string): Promise<void> {
  const transfers = () =>
    database("data_transfers").where(user === undefined ? {} : { user_id: user });
  await transfers()
    .where({ status: "running" })
    .whereRaw("alive_at < clock_timestamp() - ? * interval '1 second'", [lostAfterSeconds])
    .update({
      status: "failed",
      error: brokeOff,
      completed_at: database.raw("clock_timestamp()"),
    });
  await transfers()
    .where({ status: "ready" })
    .whereRaw("ticket_expires_at < clock_timestamp()")
    .delete();
}
