import { callerOf } from "../caller.ts";
import type { Context, Events, Payload } from "../directus.ts";
import { refusal } from "../refusals.ts";
import { ensureUserFolder } from "./user-folder.ts";

/**
 * Files come in by `/uploads` or `/files/tus`, which look at their bytes; their owner is fixed from
 * then on, and they lie in a folder of the owner's. Directus itself fires no filter for an upload.
 */
export function keepFilesWithTheirOwner({ filter, action }: Events, { database }: Context): void {
  filter<Payload>("files.create", (payload, _meta, { accountability }) => {
    const caller = callerOf(accountability);
    if (caller === "admin" || caller === "system") return payload;
    throw refusal("FORBIDDEN", "Send files to /uploads. Nothing was saved.");
  });

  filter<Payload>("files.update", (payload, _meta, { accountability }) => {
    if ("owner" in payload && accountability) {
      throw refusal("FORBIDDEN", "The owner of a file can't be changed. Upload it again.");
    }
    return payload;
  });

  action("files.upload", async (meta) => {
    const file = String(meta["key"]);
    const row = await database("directus_files").where("id", file).first("owner", "folder");
    if (!row?.owner || row.folder) return;
    const folder = await ensureUserFolder(database, row.owner);
    await database("directus_files").where("id", file).update({ folder });
  });
}
