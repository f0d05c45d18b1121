import type { Knex } from "knex";
import { z } from "zod";
import type { Payload } from "../../directus.ts";

/** The row of that id when it is hers. The id is from a file, so it may be anything. */
export const ownRow = async (
  database: Knex,
  table: string,
  owner: { owner: string } | { user_id: string },
  id: string,
): Promise<(Payload & { id: string }) | undefined> =>
  z.guid().safeParse(id).success
    ? database(table)
        .where({ ...owner, id })
        .first<(Payload & { id: string }) | undefined>()
    : undefined;
