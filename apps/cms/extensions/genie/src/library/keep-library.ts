import { binDays } from "@genie/schema";
import type { Knex } from "knex";
import type { Context } from "../directus.ts";
import { reasonOf } from "../gate-queues.ts";
import { plansWith } from "./plans-with.ts";

/** So that a sweep stays short; what is left waits for the next. */
const mostAtOnce = 100;

/** Empties the bin of what has been in it for long, and looks again at entries whose use has changed under a lock. */
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

/**
 * The triggers wait for nobody: what they had to leave is written down. And two posts that came to an entry at the same
 * moment did not see each other, so what changed lately is looked at again.
 */
async function noteUse({ database }: Context): Promise<void> {
  await database.raw(
    `with left_over as (delete from library_left_over returning entry),
     posts as materialized (
       select id, media_id from scheduled_posts
        where coalesce(date_updated, date_created) > clock_timestamp() - interval '15 minutes')
     select genie_library_note_use(array(
       select entry from left_over
       union
       select media_id from posts where media_id is not null
       union
       select l.scraped_media_id from posts p
         join scheduled_posts_media l on l.scheduled_posts_id = p.id))`,
  );
}

const isOverdue = `trashed_at < clock_timestamp() - ${binDays} * interval '1 day'`;

async function overdueEntries({ database }: Context): Promise<string[]> {
  const rows = await database("library_entries as e")
    .join("scraped_media as m", "m.id", "e.id")
    .whereRaw(`e.trashed and m.${isOverdue}`)
    .orderBy("m.trashed_at")
    .limit(mostAtOnce)
    .select<{ id: string }[]>("m.id");
  return rows.map(({ id }) => id);
}

/**
 * Removes an entry and the files that only it has, both or neither; what is cut off is done by the next sweep. One that a
 * post needs after all stays, and one that was taken out of the bin meanwhile.
 */
async function purgeEntry({ database, services, getSchema }: Context, id: string): Promise<void> {
  const schema = await getSchema();
  await database.transaction(async (trx) => {
    const overdue = await trx("scraped_media")
      .where({ id })
      .whereRaw(isOverdue)
      .forUpdate()
      .first("id");
    if (overdue === undefined || (await plansWith(trx, [id])).length > 0) return;
    const files = await ownFiles(trx, id);
    const options = { schema, accountability: null, knex: trx };
    await new services.ItemsService("scraped_media", options).deleteOne(id);
    const stored = new services.FilesService(options);
    for (const file of files) await stored.deleteOne(file);
  });
}

/** Stored files of an entry that nothing else refers to. */
async function ownFiles(database: Knex, id: string): Promise<string[]> {
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
