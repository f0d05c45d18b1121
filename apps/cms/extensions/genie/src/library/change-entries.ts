import type { Knex } from "knex";
import type { Accountability, Context } from "../directus.ts";
import { announceChanges, type RowChange } from "../directus-emitter.ts";
import { refusal } from "../refusals.ts";
import { neededBy, plansWith } from "./plans-with.ts";

/** Whose entries, which, and who asks. */
export type EntryChange = {
  owner: string;
  ids: readonly string[];
  accountability: Accountability | null;
};

/** Puts entries into the bin. Throws CONFLICT when a post that is planned or under way needs one. */
export async function deleteEntries(context: Context, change: EntryChange): Promise<void> {
  await changeEntries(context, change, async (trx, ids) => {
    const plans = await plansWith(trx, ids);
    if (plans.length > 0) throw neededBy(plans);
    return write(trx, ids, "trashed_at is null", { trashed_at: trx.raw("clock_timestamp()") });
  });
}

/** Takes entries out of the bin. */
export async function restoreEntries(context: Context, change: EntryChange): Promise<void> {
  await changeEntries(context, change, (trx, ids) =>
    write(trx, ids, "trashed_at is not null", { trashed_at: null }),
  );
}

/** Adds tags and takes others off; what has them already, or none of them, is not touched. */
export async function tagEntries(
  context: Context,
  { add, remove, ...change }: EntryChange & { add: readonly string[]; remove: readonly string[] },
): Promise<void> {
  const off = new Set(remove);
  await changeEntries(context, change, async (trx, ids) => {
    const rows = await trx("scraped_media")
      .whereIn("id", ids)
      .select<{ id: string; tags: unknown }[]>("id", "tags");
    const changed = rows.flatMap(({ id, tags }) => {
      const before: unknown[] = Array.isArray(tags) ? tags : [];
      const after = [...new Set([...before, ...add])].filter(
        (tag) => typeof tag === "string" && !off.has(tag),
      );
      const isSame = after.length === before.length && after.every((tag, at) => tag === before[at]);
      return isSame ? [] : [{ id, tags: after }];
    });
    await trx.raw(
      `update scraped_media m set tags = c.tags, date_updated = clock_timestamp()
         from json_to_recordset(cast(:changed as json)) as c(id uuid, tags json) where m.id = c.id`,
      { changed: JSON.stringify(changed) },
    );
    return changed.map(({ id, tags }) => changeOf(id, { tags }));
  });
}

/** In one transaction, all or none; then hooks, flows and notifications hear of what changed. */
async function changeEntries(
  context: Context,
  { owner, ids, accountability }: EntryChange,
  work: (trx: Knex, ids: string[]) => Promise<RowChange[]>,
): Promise<void> {
  const wanted = [...new Set(ids)];
  const changes = await context.database.transaction(async (trx) => {
    // Not `for update`, which would keep posts from being written that name one of these.
    const { rows } = await trx.raw<{ rows: { id: string }[] }>(
      `select id from scraped_media where id = any(cast(:wanted as uuid[])) and user_id = :owner
        order by id for no key update`,
      { wanted, owner },
    );
    if (rows.length < wanted.length) throw refusal("NOT_FOUND", gone);
    return work(trx, wanted);
  });
  await announceChanges(context, accountability, changes);
}

const gone =
  "Something of this is not in your library any more. Nothing was changed; load the page again.";

async function write(
  trx: Knex,
  ids: string[],
  where: string,
  values: { trashed_at: Knex.Raw | null },
): Promise<RowChange[]> {
  const rows = await trx("scraped_media")
    .whereIn("id", ids)
    .andWhereRaw(where)
    .update({ ...values, date_updated: trx.raw("clock_timestamp()") })
    .returning<{ id: string; trashed_at: Date | null }[]>(["id", "trashed_at"]);
  return rows.map(({ id, trashed_at }) => changeOf(id, { trashed_at }));
}

const changeOf = (id: string, values: RowChange["values"]): RowChange => ({
  collection: "scraped_media",
  action: "update",
  id,
  values,
});
