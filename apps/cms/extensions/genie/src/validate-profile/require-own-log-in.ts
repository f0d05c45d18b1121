import type { Knex } from "knex";
import type { Caller } from "../caller.ts";
import type { Payload } from "../directus.ts";
import { refusal } from "../refusals.ts";

/**
 * A name can name the server that a log-in is sent to (`name@server`), so an account that has one is
 * called otherwise only together with a new one. The worker has its names from the platform.
 */
export async function requireOwnLogIn(
  database: Knex,
  payload: Payload,
  keys: readonly string[],
  caller: Caller,
): Promise<void> {
  const { username, credentials } = payload;
  if (typeof username !== "string" || caller === "worker" || credentials) return;
  const named = await database("creator_profiles as p")
    .whereIn("p.id", [...keys])
    .andWhereRaw("lower(p.username) <> lower(trim(?))", [username])
    .andWhereRaw(
      "(p.credentials is not null or exists (select from platform_sessions s where s.creator_profile_id = p.id and s.cookies is not null))",
    )
    .first("p.id");
  if (named === undefined) return;
  throw refusal(
    "CONFLICT",
    "The log-in that is stored is of the account as it is called now, so the name was not changed. Send the log-in of the other account with its name, or delete this one and connect the other.",
  );
}
