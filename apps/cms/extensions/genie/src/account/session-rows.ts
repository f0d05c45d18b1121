import type { Knex } from "knex";

/** A row of Directus' own. `token` is the session itself: it never leaves the gate. */
export type SessionRow = {
  token: string;
  /** The row that took its place; the old one is good for a few seconds more. */
  next_token: string | null;
  expires: Date;
  ip: string | null;
  user_agent: string | null;
};

/** A person's sessions that are good, those of shares left out; in an order that two at once lock them in. */
export function selectSessions(database: Knex, user: string) {
  return database("directus_sessions")
    .where("user", user)
    .whereNull("share")
    .andWhere("expires", ">", new Date())
    .orderBy("token")
    .select<SessionRow[]>("token", "next_token", "expires", "ip", "user_agent");
}

/** One device: the row that it renews, and those before it that are still good. */
export type Chain = { last: SessionRow; tokens: string[] };

/**
 * Rows by device. Directus first notes the new token in the old row and then makes its row, so for a
 * moment the last row of a chain names one that is not there; `isWhole` is false then.
 */
export function chainsOf(rows: readonly SessionRow[]): (Chain & { isWhole: boolean })[] {
  const present = new Set(rows.map(({ token }) => token));
  const before = Map.groupBy(rows, ({ next_token: next }) => next);
  return rows
    .filter(({ next_token: next }) => next === null || !present.has(next))
    .map((last) => ({
      last,
      tokens: tokensUpTo(last, before),
      isWhole: last.next_token === null,
    }));
}

function tokensUpTo(
  row: SessionRow,
  before: ReadonlyMap<string | null, readonly SessionRow[]>,
): string[] {
  const earlier = before.get(row.token) ?? [];
  return [row.token, ...earlier.flatMap((one) => tokensUpTo(one, before))];
}
