import type { DataTransfer } from "@genie/schema";
import type { Knex } from "knex";

/** What is said of a transfer that ended without a word. */
export const cutOff = {
  export: "The download broke off. Nothing was lost; download it again.",
  import:
    "The import was cut off. What came in stays; import the same file again and the rest follows, nothing comes in twice.",
} as const satisfies Record<DataTransfer["kind"], string>;

/** One that shows no life for so long has ended. */
const lostAfterSeconds = 60;

/** Ends transfers that nobody goes on with, and forgets those that nobody came for; of `user` alone where given. */
export async function endLostTransfers(database: Knex, user?: string): Promise<void> {
  const transfers = () =>
    database("data_transfers").where(user === undefined ? {} : { user_id: user });
  await transfers()
    .where({ status: "running" })
    .whereRaw("alive_at < clock_timestamp() - ? * interval '1 second'", [lostAfterSeconds])
    .update({
      status: "failed",
      error: database.raw("case kind when 'import' then ? else ? end", [
        cutOff.import,
        cutOff.export,
      ]),
      completed_at: database.raw("clock_timestamp()"),
    });
  await transfers()
    .where({ status: "ready" })
    .whereRaw("ticket_expires_at < clock_timestamp()")
    .delete();
}
