import { isDirectusError } from "@directus/errors";
import type { Accountability, Context } from "../directus.ts";
import { reasonOf } from "../gate-queues.ts";

/** Orders the reading of an account; answers whether it is read now, by this order or another. */
export async function startReading(
  { services, getSchema, logger }: Context,
  accountability: Accountability,
  account: string,
): Promise<boolean> {
  const jobs = new services.ItemsService("media_jobs", {
    schema: await getSchema(),
    accountability,
  });
  try {
    await jobs.createOne({ job_type: "scrape_profile", creator_profile_id: account });
    return true;
  } catch (error) {
    if (isDirectusError(error) && error.status === 409) return true;
    // The session is stored, and that is what counts: it is read at its next time.
    logger.warn({ account, reason: reasonOf(error) }, "a captured session could not be tried");
    return false;
  }
}
