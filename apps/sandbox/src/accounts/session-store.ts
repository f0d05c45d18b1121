import { all, type Database, one } from "../store/database.ts";
import { createSecretToken, hashToken } from "./secret-token.ts";

export const sessionDays = 7;
const lifeMs = sessionDays * 24 * 60 * 60 * 1000;

export type Session = {
  id: number;
  username: string;
  account_id: number;
  created_at: number;
  expires_at: number;
};
export type SessionStore = ReturnType<typeof createSessionStore>;

const columns = "sessions.id, username, account_id, sessions.created_at, expires_at";

export function createSessionStore(database: Database) {
  const insert = database.prepare(
    "INSERT INTO sessions (token_hash, account_id, created_at, expires_at) VALUES (?, ?, ?, ?)",
  );
  const find = database.prepare(
    `SELECT ${columns} FROM sessions JOIN accounts ON accounts.id = account_id
     WHERE token_hash = ? AND expires_at > ?`,
  );
  const list = database.prepare(
    `SELECT ${columns} FROM sessions JOIN accounts ON accounts.id = account_id
     WHERE expires_at > ?1 AND (?2 IS NULL OR username = ?2) ORDER BY sessions.id`,
  );
  const remove = database.prepare("DELETE FROM sessions WHERE id = ?");
  const removeAll = database.prepare(
    `DELETE FROM sessions
     WHERE ?1 IS NULL OR account_id IN (SELECT id FROM accounts WHERE username = ?1)`,
  );
  const removeExpired = database.prepare("DELETE FROM sessions WHERE expires_at <= ?");

  return {
    /** Signs an account in and gives the token for its cookie. */
    create(accountId: number, now: number): string {
      const token = createSecretToken();
      removeExpired.run(now);
      insert.run(hashToken(token), accountId, now, now + lifeMs);
      return token;
    },
    find: (token: string, now: number) => one<Session>(find, hashToken(token), now),
    list: (now: number, username: string | null) => all<Session>(list, now, username),
    /** The number of sessions that were dropped: 1 or 0. */
    remove: (id: number) => Number(remove.run(id).changes),
    /** Drops the sessions of one account, or of all with null; gives their number. */
    removeAll: (username: string | null) => Number(removeAll.run(username).changes),
  };
}
