import { ownership } from "@genie/schema";
import type { Knex } from "knex";
import type { Context } from "../directus.ts";
import { reasonOf } from "../gate-queues.ts";
import { findUserByEmail, type KnownUser } from "./find-user.ts";

/** Of one round; the next sweep goes on. */
const mostAtOnce = 100;

/**
 * Who has this address, after a registration with it that nobody confirmed was removed: it shows no more than that
 * somebody typed the address. To be asked where a person is about to show that it is hers, or an administrator says so.
 */
export async function findUserInTheWay(
  context: Context,
  email: string,
): Promise<KnownUser | undefined> {
  const holder = await findUserByEmail(context.database, email);
  if (holder?.status !== "unverified") return holder;
  return (await removeUnused(context, holder.id, neverUsed)) ? undefined : holder;
}

/** Whether somebody has this address whom no invitation reaches and who makes no way for one; removes nothing. */
export async function isTaken({ database }: Context, email: string): Promise<boolean> {
  const holder = await findUserByEmail(database, email);
  if (holder === undefined || holder.status === "invited") return false;
  if (holder.status !== "unverified") return true;
  return (await neverUsed(database).where("u.id", holder.id).first("u.id")) === undefined;
}

/** Removes registrations a day after the last letter about them is worth nothing any more. */
export async function sweepUnconfirmed(context: Context): Promise<void> {
  const { database, logger } = context;
  for (const id of await forgotten(database).limit(mostAtOnce).pluck<string[]>("u.id")) {
    // One that can't be removed holds up nothing else.
    await removeUnused(context, id, forgotten).catch((error: unknown) => {
      logger.warn(
        { user: id, reason: reasonOf(error) },
        "a registration that nobody confirmed could not be removed",
      );
    });
  }
}

/** Accounts that were never confirmed, that nobody was ever signed in to, and that own nothing. */
function neverUsed(database: Knex): Knex.QueryBuilder {
  const unused = database("directus_users as u")
    .where("u.status", "unverified")
    .whereNull("u.last_access");
  for (const [name, { ownerField }] of ownership) {
    unused.whereNotExists(database(name).whereRaw("?? = u.id", [`${name}.${ownerField}`]));
  }
  return unused;
}

function forgotten(database: Knex): Knex.QueryBuilder {
  const letters = () => database("account_links as l").whereRaw("l.user_id = u.id");
  return (
    neverUsed(database)
      // Whom an administrator made has none, and stays.
      .whereExists(letters().where({ purpose: "registration" }))
      .whereNotExists(letters().whereRaw("l.expires_at > clock_timestamp() - interval '1 day'"))
  );
}

/** Removes an account if it is among `which` still; answers whether it is gone. */
async function removeUnused(
  { database, services, getSchema }: Context,
  id: string,
  which: (database: Knex) => Knex.QueryBuilder,
): Promise<boolean> {
  const schema = await getSchema();
  return database.transaction(async (trx) => {
    // Whoever confirms it, or writes another letter, waits for this and finds it gone, or was first.
    await trx("directus_users").where({ id }).forUpdate().first("id");
    if (!(await which(trx).where("u.id", id).first("u.id"))) return false;
    await new services.UsersService({ schema, knex: trx, accountability: null }).deleteOne(id);
    return true;
  });
}
