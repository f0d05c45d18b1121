import { roles } from "@genie/schema";
import type { Knex } from "knex";

/** Creators that have no persona yet, oldest webhook first; at most 50. */
export async function usersWithoutPersona(database: Knex): Promise<string[]> {
  const rows = await database("directus_users as u")
    .leftJoin("user_personas as p", "p.user_id", "u.id")
    .whereNull("p.id")
    .andWhere("u.role", roles.creator.id)
    .limit(50)
    .select<{ id: string }[]>("u.id");
  return rows.map(({ id }) => id);
}
