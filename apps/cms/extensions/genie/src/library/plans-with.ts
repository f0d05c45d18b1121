import { isPreparedSql } from "@genie/schema";
import type { Knex } from "knex";
import { refusal } from "../refusals.ts";

/** Posts that are planned or under way with one of these entries, the earliest first. */
export async function plansWith(
  database: Knex,
  ids: readonly string[],
): Promise<{ id: string; at: Date; isLocked: boolean }[]> {
  const { rows } = await database.raw<{ rows: { id: string; at: Date; isLocked: boolean }[] }>(
    `select p.id, p.scheduled_for as at, p.status <> 'pending' and not ${isPreparedSql("p")} as "isLocked"
       from scheduled_posts p
      where p.status in ('pending', 'publishing', 'unconfirmed')
        and p.id in (
          select id from scheduled_posts where media_id = any(cast(:ids as uuid[]))
          union
          select scheduled_posts_id from scheduled_posts_media
           where scraped_media_id = any(cast(:ids as uuid[])))
      order by p.scheduled_for, p.id`,
    { ids: [...ids] },
  );
  return rows;
}

/** The refusal to delete what these posts need. */
export function neededBy(plans: readonly { at: Date }[]): Error {
  const first = plans[0]?.at.toISOString().slice(0, 16).replace("T", ", ");
  const posts =
    plans.length === 1
      ? `A post that is planned for ${first} UTC needs this`
      : `${plans.length} planned posts need some of this, the first of them on ${first} UTC`;
  return refusal(
    "CONFLICT",
    `${posts}. Nothing was deleted; take it out of what is planned first, or cancel that.`,
  );
}
