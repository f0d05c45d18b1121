import type { Knex } from "knex";

/** Posts that are planned or under way with one of these entries, the earliest first. */
export async function plansWith(
  database: Knex,
  ids: readonly string[],
): Promise<{ id: string; at: Date }[]> {
  const { rows } = await database.raw<{ rows: { id: string; at: Date }[] }>(
    `select p.id, p.scheduled_for as at from scheduled_posts p
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
