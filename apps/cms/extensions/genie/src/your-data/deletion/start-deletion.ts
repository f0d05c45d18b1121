import { randomUUID } from "node:crypto";
import { createTicket } from "@genie/crypto";
import { type DeletionAnswer, isPreparedSql } from "@genie/schema";
import type { Knex } from "knex";
import type { Context } from "../../directus.ts";
import { refusal } from "../../refusals.ts";
import { continueDeletions } from "./continue-deletions.ts";

/**
 * Begins to delete a person with everything that is hers. Before it answers nothing of hers can go out any more and
 * nobody is signed in as her; from there on it goes on by itself, whatever ends in between.
 */
export async function startDeletion(
  context: Context,
  user: string,
  askedBy: "herself" | "operator",
): Promise<DeletionAnswer> {
  const { ticket, hash } = createTicket();
  await context.database.transaction(async (trx) => {
    await requireDispensable(trx, user);
    const stopped = { ...(await stopPosts(trx, user)), ...(await closeDoors(trx, user)) };
    await trx("account_deletions").insert({
      id: randomUUID(),
      status: "running",
      asked_by: askedBy,
      person: user,
      removed: JSON.stringify(stopped),
      ticket_hash: hash,
      date_created: trx.raw("clock_timestamp()"),
    });
  });
  continueDeletions(context);
  return { ticket };
}

async function requireDispensable(trx: Knex, user: string): Promise<void> {
  // In one order, so that of two administrators who go at once one sees the other gone.
  const admins: string[] = await trx("directus_users as u")
    .whereExists(
      trx("directus_access as a")
        .join("directus_policies as p", "p.id", "a.policy")
        .where("p.admin_access", true)
        .whereRaw(`(a."user" = u.id or a.role = u.role)`)
        .select(trx.raw("1")),
    )
    .where("u.status", "active")
    .orderBy("u.id")
    .forUpdate()
    .pluck("u.id");
  if (admins.length === 1 && admins[0] === user) {
    throw refusal(
      "CONFLICT",
      "This is the only administrator, and without one nobody could look after this installation. Make another one first. Nothing was deleted.",
    );
  }
  const person = await trx("directus_users")
    .where({ id: user })
    // The services of ours have none.
    .whereNotNull("email")
    .forUpdate()
    .first("id");
  if (!person) throw refusal("NOT_FOUND", "There is no such person. Nothing was deleted.");
  if (await trx("account_deletions").where({ person: user }).first("id")) {
    throw refusal("CONFLICT", "This account is being deleted already.");
  }
}

/** What is planned stays planned no longer; what was announced to its platform may still go out. */
async function stopPosts(trx: Knex, user: string): Promise<Record<string, number>> {
  const stopped = await trx("scheduled_posts")
    .where({ user_id: user })
    .whereRaw(`(status = 'pending' or ${isPreparedSql("scheduled_posts")})`)
    .update({ status: "cancelled" });
  const [underWay] = await trx("scheduled_posts")
    .where({ user_id: user, status: "publishing" })
    .count<{ count: string }[]>();
  await trx("media_jobs")
    .where({ user_id: user })
    .whereIn("status", ["queued", "active"])
    .update({ status: "cancelled" });
  return { posts_stopped: stopped, posts_under_way: Number(underWay?.count ?? 0) };
}

/** Nobody acts as her any more: no session, no program, no paired browser, no download. */
async function closeDoors(trx: Knex, user: string): Promise<Record<string, number>> {
  const removed: Record<string, number> = {};
  await trx("directus_users").where({ id: user }).update({ status: "suspended", token: null });
  await trx("directus_sessions").where({ user }).delete();
  // The tokens first, since those of browsers end with their pairing.
  for (const name of ["api_tokens", "extension_pairings", "data_transfers"]) {
    removed[name] = await trx(name).where({ user_id: user }).delete();
  }
  return removed;
}
