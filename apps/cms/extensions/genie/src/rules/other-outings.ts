import type { Knex } from "knex";

/** A time at which media went out, or is to go out, and where. */
export type Outing = { at: Date; account: string; platform: string };

export type Searched = {
  owner: string;
  /** Media of the library. */
  mediaIds: readonly string[];
  dueAt: Date;
  windowDays: number;
  /** The post itself, and the group that it was written in: neither is another outing. */
  postId: string | null;
  groupId: string | null;
  /** Whether posts count that are to go out after `dueAt`. */
  withLater: boolean;
};

/**
 * When media of a post goes out besides, around the post's time: the nearest before and, if wanted,
 * after it, of each account. A copy counts as its original, and the other way round. Published posts
 * count from the moment they appeared, those that wait, are being sent or may be out from their time,
 * entries that were read from a platform from theirs. What its owner deleted there does not count, nor
 * do posts that were written as one with it: going out in several places at once is no repeat.
 */
export async function otherOutings(database: Knex, searched: Searched): Promise<Outing[]> {
  const { owner, mediaIds, dueAt, windowDays, postId, groupId, withLater } = searched;
  if (mediaIds.length === 0) return [];
  const { rows } = await database.raw<{ rows: Outing[] }>(
    `with recursive upward as (
       select id, derived_from from scraped_media
        where id = any(cast(:ids as uuid[])) and user_id = :owner
       union
       select m.id, m.derived_from from scraped_media m join upward u on m.id = u.derived_from
     ), family as (
       select id from upward
       union
       select m.id from scraped_media m join family f on m.derived_from = f.id
     ), outings as (
       select coalesce(p.published_at, p.scheduled_for) as at, p.creator_profile_id as account
         from scheduled_posts p
        where p.user_id = :owner
          and (p.media_id in (select id from family)
               or p.id in (select l.scheduled_posts_id from scheduled_posts_media l
                            where l.scraped_media_id in (select id from family)))
          and p.status in ('pending', 'publishing', 'unconfirmed', 'published')
          and p.removed_at is null
          and p.id is distinct from cast(:post as uuid)
          and (p.group_id is null or p.group_id is distinct from :group)
       union all
       select m.published_at, m.creator_profile_id
         from scraped_media m join family f on f.id = m.id
        where m.published_at is not null and m.creator_profile_id is not null
     ), around as (
       select o.account, o.at, o.at > d.due as is_later
         from outings o cross join (select cast(:due as timestamptz) as due) d
        where o.at > d.due - :days * interval '1 day'
          and o.at <= d.due + :later * interval '1 day'
     )
     select case when a.is_later then min(a.at) else max(a.at) end as at, c.id as account, c.platform
       from around a join creator_profiles c on c.id = a.account
      group by c.id, c.platform, a.is_later`,
    {
      ids: [...mediaIds],
      owner,
      post: postId,
      group: groupId,
      due: dueAt,
      days: windowDays,
      later: withLater ? windowDays : 0,
    },
  );
  return rows;
}
