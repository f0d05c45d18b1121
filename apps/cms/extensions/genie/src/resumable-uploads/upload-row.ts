import type { Knex } from "knex";

const columns = [
  "id",
  "tus_id",
  "title",
  "filename_disk",
  "storage",
  "filesize",
  "tus_data",
] as const;

/** An upload that is not whole yet; Directus keeps it as a row that no reader sees. */
export type UploadRow = {
  id: string;
  tus_id: string;
  /** What its sender calls it. */
  title: string;
  filename_disk: string;
  storage: string;
  filesize: string;
  tus_data: { offset: number; size: number; metadata?: Record<string, string | null> };
};

/** The unfinished upload with this id, if it is this user's. */
export async function findUpload(
  database: Knex,
  upload: string,
  user: string,
): Promise<UploadRow | null> {
  const row = await database<UploadRow & { uploaded_by: string }>("directus_files")
    .where({ tus_id: upload, uploaded_by: user })
    .first(...columns);
  return row ?? null;
}

/** The unfinished uploads that nobody has sent anything of for so long. */
export function staleUploads(database: Knex, hours: number, most: number): Promise<UploadRow[]> {
  return database<UploadRow>("directus_files")
    .whereNotNull("tus_id")
    .andWhereRaw("modified_on < clock_timestamp() - make_interval(hours => ?)", [hours])
    .limit(most)
    .select(...columns);
}
