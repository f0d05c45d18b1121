import type { RenditionSize } from "@genie/schema";
import type { Knex } from "knex";
import { refusal } from "../refusals.ts";

/** What is asked of the row of a file to keep or to send something of it. */
export type StoredFile = {
  id: string;
  owner: string | null;
  storage: string;
  type: string | null;
  filename_disk: string;
  prepared_at: Date | null;
};

/** The row of a file; undefined when there is none. */
export async function readStoredFile(database: Knex, id: string): Promise<StoredFile | undefined> {
  return database<StoredFile>("directus_files")
    .where({ id })
    .whereNotNull("filename_disk")
    .first("id", "owner", "storage", "type", "filename_disk", "prepared_at");
}

/** The row of a file that something is to be kept for. */
export async function requireStoredFile(database: Knex, id: string): Promise<StoredFile> {
  const file = await readStoredFile(database, id);
  if (file) return file;
  throw refusal("NOT_FOUND", "This file is not there any more. Nothing was kept.");
}

/** Directus deletes what begins with a file's name together with it. */
export const renditionFile = (id: string, size: RenditionSize): string => `${id}__${size}.webp`;
