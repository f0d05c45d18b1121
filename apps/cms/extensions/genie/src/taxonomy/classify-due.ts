import type { ClassifyDueAnswer } from "@genie/schema";
import type { Accountability, Context } from "../directus.ts";
import { announceChanges } from "../directus-emitter.ts";
import { classify, lockEntries, writeClassified } from "./entries.ts";
import { taxonomyOf } from "./open-taxonomy.ts";

/**
 * Classifies what of an owner's is due, the newest first. What somebody is writing to at this moment is
 * passed over: that brings it back.
 */
export async function classifyDue(
  context: Context,
  worker: Accountability,
  { owner, limit }: { owner: string; limit: number },
): Promise<ClassifyDueAnswer> {
  const changes = await context.database.transaction(async (trx) => {
    const taxonomy = await taxonomyOf(trx, owner);
    const entries = await lockEntries(
      trx,
      `m.user_id = :owner and m.classified_at is null
        order by m.date_created desc limit :limit for no key update of m skip locked`,
      { owner, limit },
    );
    return writeClassified(trx, await classify(taxonomy, entries));
  });
  await announceChanges(context, worker, changes);
  return { classified: changes.length, more: changes.length === limit };
}
