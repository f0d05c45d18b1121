import { publisherSeen, restoredFrom, restoredMark } from "@genie/schema";
import { escapeLiteral } from "pg";

/**
 * SQL that closes what a backup has open. Nothing is sent until a person ends that; it says from when the data are, and
 * has the first worker that comes doubt each post whose time has passed. Nobody is signed in, and no letter opens
 * anything: what was ended since the backup must not come back.
 */
export const closeRestored = (madeAt: string): string => `
  delete from public.publish_stops where cause = 'restore' and platform is null;
  insert into public.publish_stops (id, platform, cause, reason, date_created)
    values (pg_catalog.gen_random_uuid(), null, 'restore', ${escapeLiteral(restoredFrom(madeAt))}, pg_catalog.now())
    on conflict do nothing;
  select pg_catalog.setval('public.${publisherSeen}', ${restoredMark});
  ${endWaysIn}
`;

// Earlier releases have not all of these. A link of a registration stays as one that is over: by it the account that
// nobody confirmed is removed.
const endWaysIn = `do $close$ begin
    if pg_catalog.to_regclass('public.directus_sessions') is not null then
      delete from public.directus_sessions;
    end if;
    if pg_catalog.to_regclass('public.account_links') is not null then
      update public.account_links set expires_at = pg_catalog.now() where expires_at > pg_catalog.now();
    end if;
    if exists (select from pg_catalog.pg_attribute
                where attrelid = pg_catalog.to_regclass('public.directus_users')
                  and attname = 'signed_out_at' and not attisdropped) then
      update public.directus_users set signed_out_at = pg_catalog.clock_timestamp();
    end if;
  end $close$;`;
