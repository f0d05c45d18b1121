import { callerOf, ownerSeenBy } from "../caller.ts";
import type { Hook } from "../directus.ts";
import { neededBy, plansWith } from "../library/plans-with.ts";

/**
 * A post that is planned does not lose its media: an entry that it needs can't be deleted. Of a post that
 * may be out the database says so itself, and of others' entries nothing is said.
 */
export const keepPlannedMedia: Hook = ({ filter }) => {
  filter<string[]>("items.delete", async (keys, { collection }, { database, accountability }) => {
    if (collection !== "scraped_media" || callerOf(accountability) === "system") return keys;
    const owner = ownerSeenBy(accountability);
    const seen: string[] = await database(collection)
      .whereIn("id", keys)
      .andWhere(owner === null ? {} : { user_id: owner })
      .pluck("id");
    const plans = (await plansWith(database, seen)).filter(({ isLocked }) => !isLocked);
    if (plans.length > 0) throw neededBy(plans);
    return keys;
  });
};
