import { prepareFile } from "@genie/jobs";
import type { Context } from "../directus.ts";
import { gateQueues } from "../gate-queues.ts";

const mostFiles = 500;

/**
 * Puts files into their queue that nobody has prepared, whatever became of their job, those that were stored
 * before there was such a thing included. What waits or runs there is not put in twice. Throws when the queue is away.
 */
export async function putBackFiles(context: Context): Promise<void> {
  const rows = await context
    .database("directus_files")
    .whereNull("prepared_at")
    .whereNull("preparation_problem")
    .whereNotNull("owner")
    // Arrived in full.
    .whereNotNull("filesize")
    .whereNull("tus_id")
    // Releases before did not note when what came in parts was whole.
    .whereRaw("coalesce(uploaded_on, created_on) < clock_timestamp() - interval '30 seconds'")
    .orderByRaw("coalesce(uploaded_on, created_on) desc")
    .limit(mostFiles)
    .select<{ id: string }[]>("id");
  await gateQueues(context).enqueueAll(
    prepareFile,
    rows.map(({ id }) => ({ payload: { fileId: id } })),
  );
}
