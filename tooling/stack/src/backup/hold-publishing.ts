import { publisherSeen, restoredMark, restoredReason } from "@genie/schema";
import { escapeLiteral } from "pg";

/**
 * SQL that keeps everything from being sent until a person ends it, and has the first worker that comes doubt each post
 * whose time has passed.
 */
export const holdPublishing = `
  insert into public.publish_stops (id, platform, cause, reason, date_created)
    select gen_random_uuid(), null, 'restore', ${escapeLiteral(restoredReason)}, now()
     where not exists (select 1 from public.publish_stops where cause = 'restore' and platform is null);
  select pg_catalog.setval('public.${publisherSeen}', ${restoredMark});
`;
