export const tablesVersion = 1;

/** Times are milliseconds since 1970, money is in cents. Ids are never given twice, not even after a reset. */
export const tables = `
CREATE TABLE IF NOT EXISTS accounts (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  username TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL,
  bio TEXT NOT NULL,
  password_hash TEXT NOT NULL,
  totp_secret TEXT,
  base_followers INTEGER NOT NULL,
  following INTEGER NOT NULL,
  created_at INTEGER NOT NULL
) STRICT;

CREATE TABLE IF NOT EXISTS sessions (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  token_hash TEXT NOT NULL UNIQUE,
  account_id INTEGER NOT NULL REFERENCES accounts ON DELETE CASCADE,
  created_at INTEGER NOT NULL,
  expires_at INTEGER NOT NULL
) STRICT;

CREATE TABLE IF NOT EXISTS challenges (
  token_hash TEXT PRIMARY KEY,
  account_id INTEGER NOT NULL REFERENCES accounts ON DELETE CASCADE,
  steps TEXT NOT NULL,
  word TEXT NOT NULL,
  code TEXT NOT NULL,
  next TEXT NOT NULL,
  failures INTEGER NOT NULL DEFAULT 0,
  expires_at INTEGER NOT NULL
) STRICT;

CREATE TABLE IF NOT EXISTS files (
  hash TEXT PRIMARY KEY,
  base_name TEXT UNIQUE,
  kind TEXT NOT NULL,
  mime TEXT NOT NULL,
  extension TEXT NOT NULL,
  width INTEGER,
  height INTEGER,
  size_bytes INTEGER NOT NULL,
  has_small INTEGER NOT NULL
) STRICT;

CREATE TABLE IF NOT EXISTS posts (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  account_id INTEGER NOT NULL REFERENCES accounts ON DELETE CASCADE,
  caption TEXT NOT NULL,
  visibility TEXT NOT NULL,
  tags TEXT NOT NULL,
  published_at INTEGER NOT NULL,
  likes INTEGER NOT NULL,
  comments INTEGER NOT NULL,
  views INTEGER NOT NULL,
  earnings_cents INTEGER NOT NULL,
  origin TEXT NOT NULL,
  fingerprint TEXT,
  idempotency_key TEXT,
  UNIQUE (account_id, idempotency_key)
) STRICT;
CREATE INDEX IF NOT EXISTS posts_by_time ON posts (account_id, published_at DESC, id DESC);
CREATE INDEX IF NOT EXISTS posts_by_fingerprint ON posts (account_id, fingerprint);

CREATE TABLE IF NOT EXISTS attachments (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  post_id INTEGER NOT NULL REFERENCES posts ON DELETE CASCADE,
  position INTEGER NOT NULL,
  file_hash TEXT NOT NULL REFERENCES files
) STRICT;
CREATE INDEX IF NOT EXISTS attachments_by_post ON attachments (post_id, position);

CREATE TABLE IF NOT EXISTS fans (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  account_id INTEGER NOT NULL REFERENCES accounts ON DELETE CASCADE,
  name TEXT NOT NULL,
  username TEXT NOT NULL,
  tier TEXT NOT NULL,
  spent_cents INTEGER NOT NULL,
  last_seen_at INTEGER NOT NULL,
  subscribed_at INTEGER NOT NULL
) STRICT;
CREATE INDEX IF NOT EXISTS fans_by_account ON fans (account_id);

CREATE TABLE IF NOT EXISTS faults (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  fault TEXT NOT NULL,
  remaining INTEGER,
  hits INTEGER NOT NULL DEFAULT 0
) STRICT;
`;
