import { sessionId } from "@genie/crypto";
import type { Knex } from "knex";
import { refusal } from "../refusals.ts";
import type { Person } from "./person.ts";
import { type Chain, chainsOf, selectSessions } from "./session-rows.ts";

const tombstoneMs = 60_000;

/** Ends the session of that name at once. Throws NOT_FOUND when it is none of hers, or over. */
export async function endOwnSession(database: Knex, person: Person, id: string): Promise<void> {
  const ended = await endWhere(database, person.user, ({ tokens }) =>
    tokens.some((token) => sessionId(token) === id),
  );
  if (ended > 0) return;
  throw refusal("NOT_FOUND", "That device is logged out already. Nothing else was changed.");
}

/** Ends all of her sessions but the one that asks, and access tokens that belong to none. */
export function endOtherSessions(database: Knex, { user, session }: Person): Promise<void> {
  return endSessions(database, user, session);
}

/**
 * Ends all sessions of a person, but for one where it is named, and access tokens that belong to none. Before a password
 * or an address changes: what Directus ends then by itself comes back when it is being renewed at that moment.
 */
export async function endSessions(
  database: Knex,
  user: string,
  session: string | undefined,
): Promise<void> {
  await endWhere(
    database,
    user,
    ({ tokens }) => session === undefined || !tokens.includes(session),
  );
  await endPlainTokens(database, user);
}

/**
 * Her rows stay locked meanwhile, so a renewal comes before, and is ended with the rest, or after, and
 * finds nothing to renew. One that has noted its new token but not made the row yet would make it
 * afterwards: nobody's row of that token is put in its place, which Directus clears away.
 * Answers how many devices that were.
 */
function endWhere(
  database: Knex,
  user: string,
  isMeant: (chain: Chain) => boolean,
): Promise<number> {
  return database.transaction(async (trx) => {
    const chains = chainsOf(await selectSessions(trx, user).forUpdate()).filter(isMeant);
    const tokens = chains.flatMap((chain) => chain.tokens);
    await trx("directus_sessions").whereIn("token", tokens).delete();
    const awaited = chains.flatMap(({ last }) => last.next_token ?? []);
    if (awaited.length > 0) {
      const expires = new Date(Date.now() + tombstoneMs);
      await trx("directus_sessions")
        .insert(awaited.map((token) => ({ token, expires })))
        .onConflict("token")
        .merge({ user: null, expires });
    }
    if (chains.length > 0) await endPlainTokens(trx, user);
    return chains.length;
  });
}

/** Access tokens that belong to no session can't be told apart: all that she was given until now end. */
export async function endPlainTokens(database: Knex, user: string): Promise<void> {
  await database("directus_users").where("id", user).update({ signed_out_at: new Date() });
}
