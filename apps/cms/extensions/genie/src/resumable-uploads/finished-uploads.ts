import type { Knex } from "knex";

export type Finished = { fileId: string; type: string; size: number };

/**
 * Keeps for a day which file an upload has become. A sender that did not hear of the end asks how far it is, any
 * process, and would send everything again if the upload were not known any more. It goes with its file.
 */
export async function noteFinished(database: Knex, upload: string, fileId: string): Promise<void> {
  await database("finished_uploads")
    .insert({ upload, file_id: fileId, finished_at: database.raw("clock_timestamp()") })
    // A process that ended before the upload did has left it noted.
    .onConflict("file_id")
    .merge();
}

/** The file of this user's that an upload has become; null while it is none. */
export async function findFinished(
  database: Knex,
  upload: string,
  user: string,
): Promise<Finished | null> {
  const row = await database("finished_uploads as finished")
    .join("directus_files as file", "file.id", "finished.file_id")
    .where({ "finished.upload": upload, "file.uploaded_by": user })
    .whereNull("file.tus_id")
    .first<Finished | undefined>(
      "file.id as fileId",
      "file.type as type",
      database.raw("file.filesize::float8 as size"),
    );
  return row ?? null;
}

export async function forgetFinished(database: Knex, hours: number): Promise<void> {
  await database("finished_uploads")
    .whereRaw("finished_at < clock_timestamp() - make_interval(hours => ?)", [hours])
    .delete();
}
