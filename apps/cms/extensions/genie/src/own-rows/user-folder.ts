import { createHash } from "node:crypto";
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

/** RFC 9562 version 8: derived from the user, so that two uploads at once make one folder. */
export function folderIdOf(user: string): string {
  const hex = createHash("sha256").update(`genie folder ${user}`).digest("hex");
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
