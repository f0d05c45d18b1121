import { tableExists, withDatabase } from "./database.ts";
import type { Env } from "./env.ts";

/** Switches every part of the gate on. Directus keeps a switch for each, and would start without. */
export async function enableGate(env: Env): Promise<void> {
  await withDatabase(env, async (database) => {
    if (await tableExists(database, "directus_extensions")) {
      await database.query(
        `update directus_extensions set enabled = true
         where source = 'local' and not enabled
           and (folder = 'genie' or bundle in (select id from directus_extensions where folder = 'genie'))`,
      );
    }
  });
}
