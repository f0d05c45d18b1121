import type { z } from "zod";
import { askedForMs, type ParkAnswer, type ParkRequest } from "@genie/schema";
import type { Accountability, Context } from "../directus.ts";
import { announceChanges, type RowChange } from "../directus-emitter.ts";

/**
 * Lets a job wait for whoever is asked to sign in to its account, beside others that wait for the same. Takes the
 * lock of the row that asks, so that a log-in at the same moment is either seen here or finds the job waiting.
 */
export async function parkJob(
  context: Context,
  worker: Accountability,
  { job_id: id, sentence }: z.output<typeof ParkRequest>,
): Promise<z.infer<typeof ParkAnswer>> {
  const changes: RowChange[] = [];
  const parked = await context.database.transaction(async (trx) => {
    const asked = await trx("hitl_sessions as h")
      .join("media_jobs as j", "j.creator_profile_id", "h.creator_profile_id")
      .where({ "j.id": id, "h.status": "pending" })
      .forUpdate("h")
      .first<{ id: string } | undefined>("h.id");
    if (!asked) return false;
    await trx("hitl_sessions")
      .where({ id: asked.id })
      .update({
        expires_at: trx.raw("clock_timestamp() + ? * interval '1 millisecond'", [askedForMs]),
      });
    const values = { status: "queued", error: sentence, waits_for: asked.id };
    await trx("media_jobs").where({ id }).whereIn("status", ["queued", "active"]).update(values);
    changes.push({ collection: "media_jobs", action: "update", id, values });
    return true;
  });
  await announceChanges(context, worker, changes);
  return { parked };
}
