import type { Knex } from "knex";

/**
 * Removes what Directus has written down of each change to a person's rows of one collection, whoever made it: before
 * the rows themselves, which say whose they are.
 */
export async function deleteRowActivity(
  trx: Knex,
  collection: string,
  ownerField: string,
  person: string,
): Promise<void> {
  const items = () =>
    trx(collection)
      .where({ [ownerField]: person })
      .select(trx.raw("id::text"));
  await trx("directus_revisions").where({ collection }).whereIn("item", items()).delete();
  await trx("directus_activity").where({ collection }).whereIn("item", items()).delete();
}

/** Removes what she did, what was done to her account, and every version and log of a flow that names her. */
export async function deleteOwnActivity(database: Knex, person: string): Promise<void> {
  await database.raw(
    `delete from directus_activity
      where "user" = cast(:person as uuid)
         or item = :person
         or id in (select activity from directus_revisions
                    where activity is not null
                      and (strpos(data::text, :person) > 0 or strpos(delta::text, :person) > 0))`,
    { person },
  );
  await database.raw(
    `delete from directus_revisions
      where strpos(data::text, :person) > 0 or strpos(delta::text, :person) > 0`,
    { person },
  );
}
