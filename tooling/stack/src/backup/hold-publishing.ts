import { publisherSeen, restoredMark } from "@genie/schema";
import { escapeLiteral } from "pg";

const reason =
  "The data was restored from a backup. Posts that may have gone out since are looked up first; nothing is sent until that is done.";

/**
 * SQL that keeps everything from being sent until a person ends it, and has the first worker that comes doubt each post
 * whose time has passed.
 */
export const holdPublishing = `
  insert into public.publish_stops (id, platform, cause, reason, date_created)
    select gen_random_uuid(), null, 'restore', ${escapeLiteral(reason)}, now()
     where not exists (select 1 from public.publish_stops where cause = 'restore' and platform is null);
  select pg_catalog.setval('public.${publisherSeen}', ${restoredMark});
`;
