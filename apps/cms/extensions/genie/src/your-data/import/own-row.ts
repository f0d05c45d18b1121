import type { Knex } from "knex";
import type { Payload } from "../../directus.ts";

/** The row of that id when it is hers. The id is from a file, so it may be anything. */
export const ownRow = (
  database: Knex,
  table: string,
  owner: { owner: string } | { user_id: string },
  id: string,
): Promise<(Payload & { id: string }) | undefined> =>
  database(table)
    .where(owner)
    .whereRaw("id::text = ?", [id])
    .first<(Payload & { id: string }) | undefined>();
