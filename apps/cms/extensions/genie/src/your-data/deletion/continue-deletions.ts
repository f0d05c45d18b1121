import type { Context } from "../../directus.ts";
import { reasonOf } from "../../gate-queues.ts";
import { oneAtATime } from "../../one-at-a-time.ts";
import { deletePerson } from "./delete-person.ts";

/**
 * Goes on with every deletion that is not over, each in one process at a time; does not wait for them. What ends in
 * the middle is taken up by the next sweep.
 */
export function continueDeletions(context: Context): void {
  const { database, logger } = context;
  const run = async () => {
    const waiting = await database("account_deletions")
      .where({ status: "running" })
      .whereNotNull("person")
      .orderBy("date_created")
      .select<{ id: string; person: string }[]>("id", "person");
    for (const deletion of waiting) {
      await oneAtATime(database, `deletion/${deletion.id}`, async () => {
        try {
          await deletePerson(context, deletion);
        } catch (error) {
          const reason = reasonOf(error);
          logger.warn({ deletion: deletion.id, reason }, "a deletion is left to the next sweep");
          await database("account_deletions")
            .where({ id: deletion.id, status: "running" })
            // What went wrong may quote what is being deleted.
            .update({ error: "It did not get to the end; it is tried again within a minute." });
        }
      });
    }
  };
  run().catch((error: unknown) => {
    logger.warn({ reason: reasonOf(error) }, "deletions are left to the next sweep");
  });
}
