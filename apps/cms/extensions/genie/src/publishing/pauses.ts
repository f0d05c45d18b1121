/**
 * Whether nothing may be sent for a post `p` of an account `c` now: everybody's stop, or a pause of
 * the creator's for the account, for the platform or for all. By the database's clock.
 */
export const isPausedSql = `(
  exists (select 1 from publish_stops s where s.platform is null or s.platform = c.platform)
  or exists (
    select 1 from publish_pauses z
     where z.user_id = p.user_id
       and coalesce(z.creator_profile_id, c.id) = c.id
       and coalesce(z.platform, c.platform) = c.platform
       and z.paused_from <= clock_timestamp()
       and (z.paused_until is null or z.paused_until > clock_timestamp())))`;
