import type { Knex } from "knex";

export type KnownUser = {
  id: string;
  email: string;
  first_name: string | null;
  status: string;
  /** Its hash. */
  password: string | null;
};

const columns = ["id", "email", "first_name", "status", "password"] as const;

/** Who has this address, however it is spelled there. */
export function findUserByEmail(database: Knex, email: string): Promise<KnownUser | undefined> {
  return database("directus_users")
    .whereRaw("lower(email) = ?", [email])
    .first<KnownUser | undefined>(...columns);
}

export async function readUser(database: Knex, id: string): Promise<KnownUser> {
  const user = await database("directus_users")
    .where({ id })
    .first<KnownUser | undefined>(...columns);
  if (user === undefined) throw new Error(`There is no user ${id}.`);
  return user;
}
