import { classifyLibrary } from "@genie/jobs";
import type { Context } from "../directus.ts";
import { gateQueues, reasonOf } from "../gate-queues.ts";

type Waking = Pick<Context, "database" | "env" | "logger">;

const mostOwners = 1000;

/** Puts the owners of those of these entries into the queue that are due. What goes wrong the sweep makes good. */
export async function wakeOwnersOf(context: Waking, entries: readonly string[]): Promise<void> {
  await logged(context, async () => {
    const rows = await context
      .database("scraped_media")
      .whereIn("id", [...entries])
      .whereNull("classified_at")
      .distinct<{ user_id: string }[]>("user_id");
    await enqueueOwners(
      context,
      rows.map(({ user_id }) => user_id),
    );
  });
}

/** The same for everybody who has an entry that is due. */
export async function wakeDueOwners(context: Waking): Promise<void> {
  await logged(context, () => putBackOwners(context));
}

/** As `wakeDueOwners`, but throws when the queue is away. */
export async function putBackOwners(context: Waking): Promise<void> {
  // From one owner to the next in the index, however much each has.
  const { rows } = await context.database.raw<{ rows: { user_id: string }[] }>(
    `with recursive owners as (
       (select user_id from scraped_media where classified_at is null order by user_id limit 1)
       union all
       select (select user_id from scraped_media m where m.classified_at is null and m.user_id > o.user_id
                order by user_id limit 1)
         from owners o where o.user_id is not null)
     select user_id from owners where user_id is not null limit :mostOwners`,
    { mostOwners },
  );
  await enqueueOwners(
    context,
    rows.map(({ user_id }) => user_id),
  );
}

async function enqueueOwners(context: Waking, owners: readonly string[]): Promise<void> {
  await gateQueues(context).enqueueAll(
    classifyLibrary,
    owners.map((ownerId) => ({ payload: { ownerId } })),
  );
}

async function logged({ logger }: Waking, work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    logger.warn({ reason: reasonOf(error) }, "a library could not be put in the queue");
  }
}
