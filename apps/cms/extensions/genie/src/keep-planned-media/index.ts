import { callerOf } from "../caller.ts";
import type { Hook } from "../directus.ts";
import { requireNoPlans } from "../library/change-entries.ts";

/** A post that is planned does not lose its media: an entry that it needs can't be deleted. */
export const keepPlannedMedia: Hook = ({ filter }) => {
  filter<string[]>("items.delete", async (keys, { collection }, { database, accountability }) => {
    if (collection === "scraped_media" && callerOf(accountability) !== "system") {
      await requireNoPlans(database, keys);
    }
    return keys;
  });
};
