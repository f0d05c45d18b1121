import type { Knex } from "knex";
import type { Caller } from "../caller.ts";
import type { Payload } from "../directus.ts";
import { refusal } from "../refusals.ts";

/**
 * A name can name the server that a log-in is sent to (`name@server`). An account that has a log-in gets
 * the name of another server only together with a new one. The worker has its names from the platform.
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
    .andWhereRaw(
      "(p.credentials is not null or exists (select from platform_sessions s where s.creator_profile_id = p.id and s.cookies is not null))",
    )
    .select<{ username: string }[]>("p.username");
  if (named.every((account) => serverIn(account.username) === serverIn(username))) return;
  throw refusal(
    "CONFLICT",
    "The log-in that is stored is of an account on another server, so the name was not changed. Send the log-in of the new account with its name, or delete this one and connect the other.",
  );
}

/** Empty for a name without a server. */
const serverIn = (username: string): string =>
  /[^@]@(.+)$/.exec(username.trim().toLowerCase())?.[1] ?? "";
