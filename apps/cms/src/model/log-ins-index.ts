import type { DatabaseObject } from "./database-object.ts";

/** By which the gate finds where a person has logged in from; Directus' log has no index for that. */
export const logInsIndex: DatabaseObject = {
  kind: "index",
  table: "directus_activity",
  name: "directus_activity_log_ins",
  create: `create index directus_activity_log_ins on directus_activity ("user", id desc)
    where action = 'login' and ip is not null`,
};
