import { type PreparedReport, type RenditionSize, renditionSizes } from "@genie/schema";
import type { Knex } from "knex";
import type { Context } from "../directus.ts";
import { diskOf } from "../directus-storage.ts";
import { refusal } from "../refusals.ts";
import { wakeOwnersOf } from "../taxonomy/wake-owners.ts";
import { renditionFile, requireStoredFile, type StoredFile } from "./stored-file.ts";

const sizes = Object.keys(renditionSizes) as RenditionSize[];

/** Writes down what became of preparing a file, on the file and on the entries that show it. */
export async function takePrepared(
  context: Context,
  id: string,
  report: PreparedReport,
): Promise<object> {
  const { database } = context;
  const file = await requireStoredFile(database, id);
  if ("problem" in report) {
    await database("directus_files")
      .where({ id })
      .update({
        preparation_problem: report.problem,
        prepared_at: null,
        ...(report.is_clean === true && { removed_metadata: whatCameOut(database) }),
      });
    return {};
  }
  await requireRenditions(file);
  const { duration_s, perceptual_hash, ...seen } = report;
  const entries = await database.transaction(async (trx) => {
    // The file first: entries that are made meanwhile take these from it (see media-triggers.ts).
    await trx("directus_files")
      .where({ id })
      .update({
        ...seen,
        perceptual_hash,
        ...(duration_s !== null && { duration: Math.round(duration_s) }),
        removed_metadata: whatCameOut(trx),
        prepared_at: trx.raw("clock_timestamp()"),
        preparation_problem: null,
      });
    return trx("scraped_media")
      .where({ file_id: id })
      .update({ perceptual_hash, width: seen.width, height: seen.height, duration_s })
      .returning<{ id: string }[]>("id");
  });
  await wakeOwnersOf(
    context,
    entries.map((entry) => entry.id),
  );
  return {};
}

/** It came with the bytes that are left; without any there was nothing to take out. */
const whatCameOut = (database: Knex) => database.raw("coalesce(removed_metadata, '[]')");

async function requireRenditions({ id, storage }: StoredFile): Promise<void> {
  const disk = await diskOf(storage);
  const there = await Promise.all(sizes.map((size) => disk.exists(renditionFile(id, size))));
  if (there.every(Boolean)) return;
  throw refusal("INVALID_PAYLOAD", "Send the small pictures first. Nothing was written down.");
}
