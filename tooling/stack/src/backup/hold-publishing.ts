import { publisherSeen, restoredFrom, restoredMark } from "@genie/schema";
import { escapeLiteral } from "pg";

/**
 * SQL that keeps everything from being sent until a person ends it, says from when the data are, and has the first worker
 * that comes doubt each post whose time has passed.
 */
export const holdPublishing = (madeAt: string): string => `
  delete from public.publish_stops where cause = 'restore' and platform is null;
  insert into public.publish_stops (id, platform, cause, reason, date_created)
    values (pg_catalog.gen_random_uuid(), null, 'restore', ${escapeLiteral(restoredFrom(madeAt))}, pg_catalog.now())
    on conflict do nothing;
  select pg_catalog.setval('public.${publisherSeen}', ${restoredMark});
`;
