import type { Hook, Payload } from "../directus.ts";
import { refusal } from "../refusals.ts";

/**
 * An entry that a job makes is the moment from which its work is done: until then it can be called off, and
 * from then on it can't. Of the two at once one sees the other.
 */
export const jobOutputs: Hook = ({ filter }) => {
  filter<Payload>("scraped_media.items.create", async (payload, _meta, { database }) => {
    const job = payload["made_by"];
    if (typeof job !== "string") return payload;
    const row = await database("media_jobs")
      .where({ id: job })
      .forUpdate()
      .first<{ status: string } | undefined>("status");
    if (row && row.status !== "cancelled") return payload;
    throw refusal("CONFLICT", "This work was called off. Nothing was added to the library.");
  });
};
