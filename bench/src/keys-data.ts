import { randomUUID } from "node:crypto";
import { type KeyRing, openJson, seal, toSealedValue } from "@genie/crypto";
import type { Client } from "pg";

/** Sealed sessions of one account, by SQL. */
export type SealedSessions = { owner: string; ids: readonly string[] };

export type Found = {
  /** Do not open with the new key alone. */
  unreadable: number;
  /** Open to something else than was last written there. */
  overwritten: number;
};

const atOnce = 2_000;
const collection = "platform_sessions";

export const contextOf = (rowId: string, ownerId: string) => ({
  collection,
  field: "cookies",
  rowId,
  ownerId,
});

/** What a session holds until its owner changes it. */
export const firstValue = (index: number): unknown => [{ name: "sid", value: `first ${index}` }];

/** Fills an account with so many sessions, sealed with the ring's primary key. */
export async function fillSessions(
  database: Client,
  ring: KeyRing,
  { profileId, count }: { profileId: string; count: number },
): Promise<SealedSessions> {
  const { rows } = await database.query<{ user_id: string }>(
    "select user_id from creator_profiles where id = $1",
    [profileId],
  );
  const owner = rows[0]?.user_id ?? "";
  const ids = Array.from({ length: count }, () => randomUUID());
  for (let from = 0; from < count; from += atOnce) {
    const some = ids.slice(from, from + atOnce);
    const values = some.map((id, n) => {
      const value = JSON.stringify(firstValue(from + n));
      return JSON.stringify(toSealedValue(seal(ring, value, contextOf(id, owner))));
    });
    await database.query(
      `insert into platform_sessions
         (id, user_id, creator_profile_id, platform, cookies, key_id, status, captured_by)
       select id, $3, $4, 'sandbox', cookies::json, $5, 'expired', 'token'
         from unnest($1::uuid[], $2::text[]) as s(id, cookies)`,
      [some, values, owner, profileId, ring.primaryId],
    );
  }
  await database.query("vacuum analyze platform_sessions");
  return { owner, ids };
}

/** Opens every session with a ring; `allowed` says what may be in each. */
export async function judgeSessions(
  database: Client,
  ring: KeyRing,
  { owner, ids }: SealedSessions,
  allowed: (index: number) => readonly unknown[],
): Promise<Found> {
  const found = { unreadable: 0, overwritten: 0 };
  for (let from = 0; from < ids.length; from += atOnce) {
    const { rows } = await database.query<{ id: string; cookies: { sealed: string } | null }>(
      "select id, cookies from platform_sessions where id = any($1)",
      [ids.slice(from, from + atOnce)],
    );
    const byId = new Map(rows.map(({ id, cookies }) => [id, cookies?.sealed ?? ""]));
    for (const [n, id] of ids.slice(from, from + atOnce).entries()) {
      const value = openOrNothing(ring, byId.get(id) ?? "", id, owner);
      if (value === undefined) found.unreadable += 1;
      else if (!allowed(from + n).some((one) => JSON.stringify(one) === value)) {
        found.overwritten += 1;
      }
    }
  }
  return found;
}

/** The value as JSON, or undefined when it does not open. */
export function openOrNothing(
  ring: KeyRing,
  sealed: string,
  id: string,
  owner: string,
): string | undefined {
  try {
    return JSON.stringify(openJson(ring, sealed, contextOf(id, owner)));
  } catch {
    return undefined;
  }
}
