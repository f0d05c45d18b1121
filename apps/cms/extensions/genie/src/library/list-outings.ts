import {
  type LibraryOuting,
  type LibraryOutingsAnswer,
  similarWithin,
  usingPostStates,
} from "@genie/schema";
import type { Knex } from "knex";

const mostOutings = 500;

/**
 * Where entries of the owner's went or are to go, the latest first: themselves, what they were made from
 * and what was made of it, and what looks the same. What was read from a platform is out there, unless a
 * post of ours is what was read.
 */
export async function listOutings(
  database: Knex,
  owner: string,
  ids: readonly string[],
): Promise<LibraryOutingsAnswer> {
  const { rows } = await database.raw<{ rows: LibraryOuting[] }>(
    `with recursive asked as (
       select id, look from library_entries
        where id = any(cast(:ids as uuid[])) and user_id = :owner
     ), upward as (
       select a.id as asked, m.id, m.derived_from
         from asked a join scraped_media m on m.id = a.id
       union
       select u.asked, m.id, m.derived_from
         from upward u join scraped_media m on m.id = u.derived_from and m.user_id = :owner
     ), family as (
       select asked, id from upward
       union
       select f.asked, m.id
         from family f join scraped_media m on m.derived_from = f.id and m.user_id = :owner
     ), related as (
       select asked, id, case when asked = id then 'same' else 'copy' end as relation from family
       union all
       select a.id, e.id, 'similar'
         from asked a join library_entries e on e.user_id = :owner
        where not e.trashed and e.used and bit_count(e.look # a.look) <= :within
          and not exists (select from family f where f.asked = a.id and f.id = e.id)
     ), posts as (
       select r.asked, r.id as used, r.relation, p.id as post
         from related r join scheduled_posts p on p.media_id = r.id
       union
       select r.asked, r.id, r.relation, p.id
         from related r join scheduled_posts_media l on l.scraped_media_id = r.id
         join scheduled_posts p on p.id = l.scheduled_posts_id
     )
     select o.asked as media_id, o.used as used_media_id, o.relation, p.creator_profile_id, c.platform,
            p.id as post_id, p.status, coalesce(p.published_at, p.scheduled_for) as at, p.permalink
       from posts o join scheduled_posts p on p.id = o.post join creator_profiles c on c.id = p.creator_profile_id
      where p.user_id = :owner and p.status = any(:states) and p.removed_at is null
     union all
     select r.asked, m.id, r.relation, m.creator_profile_id, c.platform, null, 'published',
            m.published_at, m.permalink
       from related r join scraped_media m on m.id = r.id
       join creator_profiles c on c.id = m.creator_profile_id
      where m.platform_post_id is not null
        and not exists (select from scheduled_posts p
                         where p.creator_profile_id = m.creator_profile_id
                           and p.platform_post_id = m.platform_post_id)
      order by at desc nulls last, used_media_id, post_id
      limit :most`,
    {
      ids: [...ids],
      owner,
      within: similarWithin,
      states: [...usingPostStates],
      most: mostOutings,
    },
  );
  return { outings: rows };
}
