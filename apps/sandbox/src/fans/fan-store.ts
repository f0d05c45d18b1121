import { all, type Database, one } from "../store/database.ts";

export type Fan = {
  id: number;
  account_id: number;
  name: string;
  username: string;
  tier: string;
  spent_cents: number;
  last_seen_at: number;
  subscribed_at: number;
};
export type FanChange = {
  tier?: string | undefined;
  spent_cents?: number | undefined;
  last_seen_at?: number | undefined;
};
export type FanStore = ReturnType<typeof createFanStore>;

export function createFanStore(database: Database) {
  const insert = database.prepare(
    `INSERT INTO fans (account_id, name, username, tier, spent_cents, last_seen_at, subscribed_at)
     VALUES (?, ?, ?, ?, ?, ?, ?)`,
  );
  const page = database.prepare(
    "SELECT * FROM fans WHERE account_id = ? ORDER BY spent_cents DESC, id LIMIT ? OFFSET ?",
  );
  const change = database.prepare(
    `UPDATE fans SET tier = coalesce(?, tier), spent_cents = coalesce(?, spent_cents),
       last_seen_at = coalesce(?, last_seen_at)
     WHERE id = ?`,
  );
  const remove = database.prepare("DELETE FROM fans WHERE id = ?");
  const totals = database.prepare(
    `SELECT count(*) AS count, coalesce(sum(spent_cents), 0) AS spent_cents
     FROM fans WHERE account_id = ?`,
  );

  return {
    insert(fan: Omit<Fan, "id">): void {
      insert.run(
        fan.account_id,
        fan.name,
        fan.username,
        fan.tier,
        fan.spent_cents,
        fan.last_seen_at,
        fan.subscribed_at,
      );
    },
    /** One page, counted from 1, with those who spent most first. */
    page: (accountId: number, options: { page: number; size: number }) =>
      all<Fan>(page, accountId, options.size, (options.page - 1) * options.size),
    list: (accountId: number) => all<Fan>(page, accountId, -1, 0),
    change(id: number, { tier, spent_cents, last_seen_at }: FanChange): void {
      change.run(tier ?? null, spent_cents ?? null, last_seen_at ?? null, id);
    },
    remove(id: number): void {
      remove.run(id);
    },
    totals: (accountId: number) =>
      one<{ count: number; spent_cents: number }>(totals, accountId) ?? {
        count: 0,
        spent_cents: 0,
      },
  };
}
