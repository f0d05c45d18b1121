import { type KeyRing, makeCanary } from "@genie/crypto";
import type { Database } from "./database.ts";

/** Keeps a sealed sample of each key, so that a start with another key is refused; answers how many were new. */
export async function keepCanaries(database: Database, { masters }: KeyRing): Promise<number> {
  let made = 0;
  for (const id of masters.keys()) {
    const { rowCount } = await database.query(
      `insert into sealing_keys (id, key_id, canary, date_created)
       values (gen_random_uuid(), $1, $2, now()) on conflict (key_id) do nothing`,
      [id, makeCanary({ primaryId: id, masters })],
    );
    made += rowCount ?? 0;
  }
  return made;
}
