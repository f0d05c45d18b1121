import { binDays } from "@genie/schema";
import type { Context } from "../directus.ts";
import { reasonOf } from "../gate-queues.ts";
import { plansWith } from "./plans-with.ts";

/** So that a sweep stays short; what is left waits for the next. */
const mostAtOnce = 100;

/** Empties the bin of what has been in it for long, and puts right what concurrent writers left of `used`. */
export async function keepLibrary(context: Context): Promise<void> {
  await noteUse(context);
  for (const id of await overdueEntries(context)) {
    try {
      await purgeEntry(context, id);
    } catch (error) {
      context.logger.warn({ id, reason: reasonOf(error) }, "an entry of the bin can't be removed");
    }
  }
}

/** The triggers wait for nobody: an entry that two posts came to at the same moment may have been skipped. */
async function noteUse({ database }: Context): Promise<void> {
  await database.raw(
    `with posts as materialized (
       select id, media_id from scheduled_posts
        where coalesce(date_updated, date_created) > clock_timestamp() - interval '15 minutes')
     select genie_library_note_use(array(
       select media_id from posts where media_id is not null
       union
       select l.scraped_media_id from posts p
         join scheduled_posts_media l on l.scheduled_posts_id = p.id))`,
  );
}

async function overdueEntries({ database }: Context): Promise<string[]> {
  const rows = await database("library_entries as e")
    .join("scraped_media as m", "m.id", "e.id")
    .whereRaw("e.trashed and m.trashed_at < clock_timestamp() - ? * interval '1 day'", [binDays])
    .orderBy("m.trashed_at")
    .limit(mostAtOnce)
    .select<{ id: string }[]>("m.id");
  return rows.map(({ id }) => id);
}

/** Removes an entry and the files that only it has. One that a post needs after all stays. */
async function purgeEntry(context: Context, id: string): Promise<void> {
  const { database, services, getSchema } = context;
  if ((await plansWith(database, [id])).length > 0) return;
  const files = await ownFiles(context, id);
  const options = { schema: await getSchema(), accountability: null };
  await new services.ItemsService("scraped_media", options).deleteOne(id);
  const stored = new services.FilesService(options);
  for (const file of files) await stored.deleteOne(file);
}

/** Stored files of an entry that nothing else refers to. */
async function ownFiles({ database }: Context, id: string): Promise<string[]> {
  const { rows } = await database.raw<{ rows: { id: string }[] }>(
    `select f.id from directus_files f
      where (f.id in (select file_id from scraped_media where id = :id)
             or f.id in (select directus_files_id from scraped_media_files where scraped_media_id = :id))
        and not exists (select from scraped_media m where m.file_id = f.id and m.id <> :id)
        and not exists (select from scraped_media_files l
                         where l.directus_files_id = f.id and l.scraped_media_id <> :id)
        and not exists (select from user_personas u where u.watermark_file_id = f.id)
        and not exists (select from media_presets p where p.watermark_file_id = f.id)
        and not exists (select from scheduled_posts p where p.proof_file_id = f.id)`,
    { id },
  );
  return rows.map(({ id: file }) => file);
}
