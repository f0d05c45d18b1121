import type { ClassifyStatusAnswer } from "@genie/schema";
import type { Context } from "../directus.ts";
import { classifyStatus, isIn, isOutdated } from "./classify-status.ts";
import { openTaxonomy } from "./open-taxonomy.ts";
import { wakeDueOwners } from "./wake-owners.ts";

/** Lets an owner's entries, or all, be classified again; `outdated`: those that another mapping was used for. */
export async function reclassify(
  context: Context,
  owner: string | null,
  { outdated }: { outdated: boolean },
): Promise<ClassifyStatusAnswer> {
  const { database } = context;
  const { version } = await openTaxonomy(database);
  await database.raw(
    `update scraped_media set classified_at = null
      where classified_at is not null and ${isIn} and (not cast(:outdated as boolean) or ${isOutdated})`,
    { owner, outdated, version },
  );
  // Before the worker is woken, who may be done with a small library at once.
  const status = await classifyStatus(database, owner);
  await wakeDueOwners(context);
  return status;
}
