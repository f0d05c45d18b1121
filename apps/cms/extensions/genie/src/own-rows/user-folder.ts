import { stableId } from "@genie/crypto";
import type { Knex } from "knex";

/** The id of a user's folder, made on first use. */
export async function ensureUserFolder(database: Knex, user: string): Promise<string> {
  const id = folderIdOf(user);
  await database("directus_folders")
    .insert({ id, name: `creator ${user}` })
    .onConflict("id")
    .ignore();
  return id;
}

/** Derived from the user, so that two uploads at once make one folder. */
export const folderIdOf = (user: string): string => stableId(`genie folder ${user}`);
