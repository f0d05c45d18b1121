import type { Context } from "../../directus.ts";
import { diskOf } from "../../directus-storage.ts";
import { deleteRowActivity } from "./delete-activity.ts";
import { addRemoved, type Deletion } from "./deletion.ts";

type Stored = { id: string; storage: string; filename_disk: string | null };

const batchSize = 100;

/** Removes a person's files: what is stored of each, its small pictures as well, and then its row. */
export async function deleteFiles(
  { database }: Pick<Context, "database">,
  deletion: Deletion,
): Promise<void> {
  const { person } = deletion;
  const hers = () =>
    database("directus_files").where((files) =>
      files
        .where({ owner: person })
        // An upload that is not whole is nobody's yet.
        .orWhere((unfinished) => unfinished.where({ uploaded_by: person }).whereNotNull("tus_id")),
    );
  await database.transaction((trx) => deleteRowActivity(trx, "directus_files", "owner", person));
  for (;;) {
    const batch: Stored[] = await hers()
      .orderBy("id")
      .limit(batchSize)
      .select("id", "storage", "filename_disk");
    if (batch.length === 0) return;
    // First what is stored: while there is a row, it is found again.
    for (const file of batch) await deleteStored(file);
    await database.transaction(async (trx) => {
      const ids = batch.map((file) => file.id);
      await trx.raw("select set_config('genie.writer', 'publisher', true)");
      const count = await trx("directus_files").whereIn("id", ids).delete();
      await addRemoved(trx, deletion, "directus_files", count);
    });
    // Whatever was being kept beside them when they went.
    for (const file of batch) await deleteStored(file);
  }
}

async function deleteStored({ id, storage, filename_disk: path }: Stored): Promise<void> {
  const disk = await diskOf(storage);
  for await (const found of disk.list(id)) await disk.delete(found);
  if (path !== null && (await disk.exists(path))) await disk.delete(path);
}
