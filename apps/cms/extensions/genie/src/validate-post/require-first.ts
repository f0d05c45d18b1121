import type { Knex } from "knex";
import type { Payload } from "../directus.ts";
import { refusal } from "../refusals.ts";
import { idIn } from "./references.ts";

/**
 * A post that was made with this idempotency key already is not made again. The database keeps it so; said here it comes
 * before anything that the first one makes wrong with the second, as a rule on how often something is posted.
 */
export async function requireFirst(
  database: Knex,
  payload: Payload,
  owner: string | null,
): Promise<void> {
  const key = payload["idempotency_key"];
  const account = idIn(payload["creator_profile_id"]);
  if (typeof key !== "string" || account === null) return;
  const first = await database("scheduled_posts")
    .where({ creator_profile_id: account, idempotency_key: key })
    .andWhere(owner === null ? {} : { user_id: owner })
    .first("id");
  if (first === undefined) return;
  throw refusal(
    "RECORD_NOT_UNIQUE",
    "This post was made by an earlier try with the same idempotency key. Nothing was made again.",
  );
}
