import { mediaKindOf } from "@genie/platforms";
import type { Knex } from "knex";
import type { Payload } from "../directus.ts";
import { notStarted } from "./not-started.ts";

type Medium = { mime: string | null; file: string | null; trashed_at: Date | null };

/** Only an entry that is not in the bin. */
export async function requireEntry(database: Knex, id: string): Promise<void> {
  const entry = await database("scraped_media")
    .where({ id })
    .first<Pick<Medium, "trashed_at"> | undefined>("trashed_at");
  if (!entry) throw notStarted("This entry is not in the library any more.");
  if (entry.trashed_at) throw inBin();
}

const inBin = () => notStarted("This entry is in the bin. Restore it first.");

/** Only an entry with a file that can be worked on; of several files it is the first. */
export async function requireMedium(database: Knex, id: string): Promise<void> {
  const media = await database("scraped_media as m")
    .leftJoin("directus_files as f", "f.id", "m.file_id")
    .where("m.id", id)
    .first<Medium | undefined>({ mime: "f.type", file: "f.id", trashed_at: "m.trashed_at" });
  if (media?.trashed_at) throw inBin();
  if (!media?.file) throw notStarted("The file of this entry is missing. Choose another one.");
  if (mediaKindOf(media.mime) === null) {
    throw notStarted("This is done with pictures and videos only. Choose one.");
  }
}

/** A picture in the options, as a mark, is a file of hers whose entry is worked on. */
export async function requireOwnMark(
  database: Knex,
  mediaId: unknown,
  options: Record<string, unknown>,
): Promise<void> {
  for (const mark of [options, options["watermark"]]) {
    const file = (mark as Payload | undefined)?.["image_file_id"];
    if (file === undefined) continue;
    const row = await database("directus_files as f")
      .join("scraped_media as m", "m.user_id", "f.owner")
      .where({ "f.id": file, "m.id": mediaId })
      .first<{ type: string | null } | undefined>("f.type");
    if (mediaKindOf(row?.type ?? null) !== "image") {
      throw notStarted("The picture of the watermark is not there. Choose one of your library.");
    }
  }
}
