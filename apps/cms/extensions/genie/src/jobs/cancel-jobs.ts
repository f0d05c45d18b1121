import { type CancelJobsAnswer, mediaOptions } from "@genie/schema";
import { ownerSeenBy } from "../caller.ts";
import type { Accountability, Context } from "../directus.ts";
import { announceChanges } from "../directus-emitter.ts";
import { refusal } from "../refusals.ts";

/**
 * Calls work on pictures and videos off, unless it is over or has made its entry of the library. The worker
 * stops at its next step and keeps nothing.
 */
export async function cancelJobs(
  context: Context,
  accountability: Accountability,
  ids: readonly string[],
): Promise<CancelJobsAnswer> {
  const owner = ownerSeenBy(accountability);
  const values = { status: "cancelled", error: null };
  const cancelled = await context.database.transaction(async (trx) => {
    const found = await trx("media_jobs")
      .whereIn("id", [...ids])
      .modify((jobs) => {
        if (owner !== null) void jobs.where({ user_id: owner });
      })
      // In one order, so that two that call off the same don't wait for each other.
      .orderBy("id")
      .forUpdate()
      .select<{ id: string; job_type: string }[]>("id", "job_type");
    if (found.length < new Set(ids).size) {
      throw refusal("FORBIDDEN", "There is no such job of yours. Nothing was called off.");
    }
    if (found.some(({ job_type: kind }) => !Object.hasOwn(mediaOptions, kind))) {
      throw refusal(
        "INVALID_PAYLOAD",
        "Only work on pictures and videos can be called off. Nothing was.",
      );
    }
    const rows = await trx("media_jobs")
      .whereIn("id", [...ids])
      .whereIn("status", ["queued", "active"])
      .whereNotExists(trx("scraped_media").whereRaw("made_by = media_jobs.id").select(trx.raw("1")))
      .update({ ...values, completed_at: trx.raw("clock_timestamp()") })
      .returning<{ id: string }[]>("id");
    return rows.map(({ id }) => id);
  });
  await announceChanges(
    context,
    accountability,
    cancelled.map((id) => ({ collection: "media_jobs", action: "update", id, values })),
  );
  return { cancelled };
}
