import { roles } from "@genie/schema";
import type { Knex } from "knex";

/** People who should have a persona and have none, at most 50; only `user` when it is given. */
export async function usersWithoutPersona(database: Knex, user?: string): Promise<string[]> {
  const query = database("directus_users as u")
    .leftJoin("user_personas as p", "p.user_id", "u.id")
    .whereNull("p.id")
    // Whoever has not confirmed her address or accepted her invitation has no account yet.
    .where("u.status", "active")
    // Services of ours have no role; viewers have nothing that a persona would be for.
    .whereNotNull("u.role")
    .whereNot("u.role", roles.viewer.id)
    .limit(50);
  const rows = await (user === undefined ? query : query.where("u.id", user)).select<
    { id: string }[]
  >("u.id");
  return rows.map(({ id }) => id);
}
