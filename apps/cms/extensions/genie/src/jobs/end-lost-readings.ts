import type { Context } from "../directus.ts";
import type { RowChange } from "../directus-emitter.ts";
import { isUnclaimed } from "../reading/claim-account.ts";

const values = {
  scrape_status: "error",
  scrape_error:
    "The last reading was cut off in the middle. What was saved by then stays; start it again.",
};

/** Accounts that are said to be read though nobody does: their flow ended with its process. */
export async function endLostReadings({
  database,
}: Pick<Context, "database">): Promise<RowChange[]> {
  const rows = await database("creator_profiles as account")
    .where("account.scrape_status", "running")
    .whereNotExists(
      database("media_jobs as job")
        .whereRaw("job.creator_profile_id = account.id")
        .where("job.job_type", "scrape_profile")
        .whereIn("job.status", ["queued", "active"])
        .select(database.raw("1")),
    )
    .whereRaw(isUnclaimed("account.id"))
    .select<{ id: string }[]>("account.id");
  const lost = rows.map(({ id }) => id);
  if (lost.length === 0) return [];
  const changed = await database("creator_profiles")
    .whereIn("id", lost)
    .andWhere("scrape_status", "running")
    .update(values)
    .returning<{ id: string }[]>("id");
  return changed.map(({ id }) => ({
    collection: "creator_profiles",
    action: "update",
    id,
    values,
  }));
}
