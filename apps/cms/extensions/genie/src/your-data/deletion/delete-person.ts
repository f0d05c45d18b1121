import { ownership } from "@genie/schema";
import type { Knex } from "knex";
import type { Context } from "../../directus.ts";
import { folderIdOf } from "../../own-rows/user-folder.ts";
import { deleteFiles } from "./delete-files.ts";
import { deleteOwnActivity, deleteRowActivity } from "./delete-activity.ts";
import { addRemoved, type Deletion } from "./deletion.ts";
import { deletionOrder } from "./deletion-order.ts";
import { forgetWork } from "./forget-work.ts";

/**
 * Removes a person and everything that is hers, in steps that may each be done again. What was counted is written in
 * the transaction that removed it, so the figures hold however often it is taken up.
 */
export async function deletePerson(context: Context, deletion: Deletion): Promise<void> {
  const { database } = context;
  const { person } = deletion;
  await forgetWork(context, person);
  for (const name of deletionOrder()) await deleteRows(database, deletion, name);
  await deleteFiles(context, deletion);
  await deleteShared(database, person);
  await deleteOwnActivity(database, person);
  while (!(await deleteUser(context, deletion))) await deleteFiles(context, deletion);
}

async function deleteRows(database: Knex, deletion: Deletion, name: string): Promise<void> {
  const ownerField = ownership.get(name)?.ownerField ?? "user_id";
  await database.transaction(async (trx) => {
    // A post that may be out is let go by nobody else.
    await trx.raw("select set_config('genie.writer', 'publisher', true)");
    await deleteRowActivity(trx, name, ownerField, deletion.person);
    const count = await trx(name)
      .where({ [ownerField]: deletion.person })
      .delete();
    await addRemoved(trx, deletion, name, count);
  });
}

/** What Directus keeps of a person beside our rows. */
const ofPerson = [
  ["directus_presets", "user"],
  ["directus_comments", "user_created"],
  ["directus_notifications", "recipient"],
  ["directus_shares", "user_created"],
  ["directus_sessions", "user"],
  ["directus_access", "user"],
] as const;

async function deleteShared(database: Knex, person: string): Promise<void> {
  for (const [table, column] of ofPerson)
    await database(table)
      .where({ [column]: person })
      .delete();
  await leaveName(database, person);
  // What others use stays, and says no more who made it.
  const { rows } = await database.raw<{ rows: { table: string; column: string }[] }>(
    `select k.conrelid::regclass::text as table, a.attname as column
       from pg_constraint k
       join pg_attribute a on a.attrelid = k.conrelid and a.attnum = k.conkey[1]
      where k.contype = 'f' and k.confrelid = 'directus_users'::regclass and not a.attnotnull`,
  );
  for (const { table, column } of rows) {
    if (ownership.get(table)?.ownerField === column) continue;
    await database(table)
      .where({ [column]: person })
      .update({ [column]: null });
  }
  await database("directus_folders")
    .where({ id: folderIdOf(person) })
    .delete();
}

/** Notifications that others had from her stay theirs. Directus writes her in them by her name, or else her address. */
async function leaveName(database: Knex, person: string): Promise<void> {
  await database.raw(
    `update directus_notifications n
        set sender = null,
            subject = replace(replace(n.subject, her.name, :somebody), her.email, :somebody),
            message = replace(replace(n.message, her.name, :somebody), her.email, :somebody)
       from (select id, email,
                    coalesce(nullif(trim(concat_ws(' ', first_name, last_name)), ''), email) as name
               from directus_users where id = :person and email is not null) her
      where n.sender = her.id and n.recipient <> her.id`,
    { person, somebody: "Somebody who is gone" },
  );
}

/** The end: false when a file came in meanwhile. From here on nobody can write anything for her. */
async function deleteUser(context: Context, deletion: Deletion): Promise<boolean> {
  const { services, getSchema, database } = context;
  const schema = await getSchema();
  return database.transaction(async (trx) => {
    const { person } = deletion;
    await trx.raw("select set_config('genie.writer', 'publisher', true)");
    // Whoever adds a row for her waits for this, and then finds her gone.
    const user = await trx("directus_users").where({ id: person }).forUpdate().first("id");
    if (await trx("directus_files").where({ owner: person }).first("id")) return false;
    await deleteShared(trx, person);
    await deleteOwnActivity(trx, person);
    if (user) {
      await new services.UsersService({ schema, knex: trx, accountability: null }).deleteOne(
        person,
      );
    }
    await trx("account_deletions")
      .where({ id: deletion.id })
      .update({
        status: "completed",
        person: null,
        error: null,
        completed_at: trx.raw("clock_timestamp()"),
      });
    return true;
  });
}
