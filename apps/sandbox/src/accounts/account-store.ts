import { all, type Database, one } from "../store/database.ts";

export type Account = {
  id: number;
  username: string;
  name: string;
  bio: string;
  password_hash: string;
  totp_secret: string | null;
  base_followers: number;
  following: number;
  created_at: number;
};
export type AccountStore = ReturnType<typeof createAccountStore>;

export function createAccountStore(database: Database) {
  const byUsername = database.prepare("SELECT * FROM accounts WHERE username = ?");
  const byId = database.prepare("SELECT * FROM accounts WHERE id = ?");
  const list = database.prepare("SELECT * FROM accounts ORDER BY id");
  const insert = database.prepare(
    `INSERT INTO accounts
       (username, name, bio, password_hash, totp_secret, base_followers, following, created_at)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  const setPassword = database.prepare("UPDATE accounts SET password_hash = ? WHERE id = ?");
  const removeAll = database.prepare("DELETE FROM accounts");

  return {
    find: (username: string) => one<Account>(byUsername, username.trim().toLowerCase()),
    findById: (id: number) => one<Account>(byId, id),
    list: () => all<Account>(list),
    insert(account: Omit<Account, "id">): number {
      const { lastInsertRowid } = insert.run(
        account.username,
        account.name,
        account.bio,
        account.password_hash,
        account.totp_secret,
        account.base_followers,
        account.following,
        account.created_at,
      );
      return Number(lastInsertRowid);
    },
    setPassword(id: number, passwordHash: string): void {
      setPassword.run(passwordHash, id);
    },
    removeAll(): void {
      removeAll.run();
    },
  };
}
