import { exportedCollections } from "@genie/schema";
import type { Knex } from "knex";
import { countOwned } from "./owned-rows.ts";

/** What a row counts for beside the bytes of files. */
const rowBytes = 500;

/** How much an export will be, and how far it is: `onProgress` gets whole per cent, 99 until it is over. */
export async function weighExport(
  database: Knex,
  owner: string,
  onProgress: (percent: number) => void,
) {
  const counts = new Map<string, number>();
  for (const collection of exportedCollections) {
    counts.set(collection.name, await countOwned(database, collection, owner));
  }
  const [files] = await database("directus_files")
    .where({ owner })
    .whereNull("tus_id")
    .sum<{ bytes: string | null }[]>({ bytes: "filesize" });
  const rows = [...counts.values()].reduce((sum, count) => sum + count, 0);
  const total = rows * rowBytes + Number(files?.bytes ?? 0);
  let done = 0;
  const add = (bytes: number) => {
    done += bytes;
    onProgress(Math.min(99, Math.floor((done / Math.max(1, total)) * 100)));
  };
  return { counts, addRow: () => add(rowBytes), addFile: add };
}
