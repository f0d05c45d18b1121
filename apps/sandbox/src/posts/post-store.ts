import type { MediaKind } from "../media/file-store.ts";
import { all, type Database, one } from "../store/database.ts";
import type { Potential } from "./figures.ts";

export type Visibility = "public" | "subscribers";
export type Attachment = {
  id: number;
  post_id: number;
  hash: string;
  kind: MediaKind;
  mime: string;
  extension: string;
  width: number | null;
  height: number | null;
  has_small: 0 | 1;
};
export type NewPost = Potential & {
  account_id: number;
  caption: string;
  visibility: Visibility;
  tags: string[];
  origin: "seed" | "compose";
  fingerprint: string | null;
  idempotency_key: string | null;
};
export type Post = NewPost & {
  id: number;
  username: string;
  media: Attachment[];
  duplicate_of: number | null;
};
export type PostStore = ReturnType<typeof createPostStore>;

const dayMs = 24 * 60 * 60 * 1000;

/** The first of the same account's composed posts with the same content within a day before. */
const duplicateOf = `(
  SELECT min(earlier.id) FROM posts AS earlier
  WHERE earlier.account_id = posts.account_id AND earlier.fingerprint = posts.fingerprint
    AND earlier.id < posts.id AND posts.published_at - earlier.published_at <= ${dayMs}
)`;
const select = `
  SELECT posts.*, username, ${duplicateOf} AS duplicate_of
  FROM posts JOIN accounts ON accounts.id = account_id`;

export function createPostStore(database: Database) {
  const insert = database.prepare(
    `INSERT INTO posts (account_id, caption, visibility, tags, published_at, likes, comments, views,
       earnings_cents, origin, fingerprint, idempotency_key)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  const attach = database.prepare(
    "INSERT INTO attachments (post_id, position, file_hash) VALUES (?, ?, ?)",
  );
  const remove = database.prepare("DELETE FROM posts WHERE id = ?");
  const find = database.prepare(`${select} WHERE posts.id = ?`);
  const findByKey = database.prepare(`${select} WHERE account_id = ? AND idempotency_key = ?`);
  const page = database.prepare(
    `${select} WHERE account_id = ? AND (visibility = 'public' OR ?)
     ORDER BY published_at DESC, posts.id DESC LIMIT ? OFFSET ?`,
  );
  const count = database.prepare(
    "SELECT count(*) AS count FROM posts WHERE account_id = ? AND (visibility = 'public' OR ?)",
  );
  const list = database.prepare(
    `${select} WHERE (?1 IS NULL OR username = ?1) AND (?2 IS NULL OR origin = ?2)
     ORDER BY published_at, posts.id`,
  );
  const countDuplicates = database.prepare(
    `SELECT count(*) AS count FROM (${select} WHERE ?1 IS NULL OR username = ?1)
     WHERE duplicate_of IS NOT NULL`,
  );
  const potentials = database.prepare(
    "SELECT published_at, likes, comments, views, earnings_cents FROM posts WHERE account_id = ?",
  );
  const attachments = database.prepare(
    `SELECT attachments.id, post_id, hash, kind, mime, extension, width, height, has_small
     FROM attachments JOIN files ON hash = file_hash
     WHERE post_id IN (SELECT value FROM json_each(?)) ORDER BY post_id, position`,
  );

  const withMedia = (rows: Row[]): Post[] => {
    const ids = JSON.stringify(rows.map(({ id }) => id));
    const media = Map.groupBy(all<Attachment>(attachments, ids), ({ post_id }) => post_id);
    return rows.map((row) => ({
      ...row,
      tags: JSON.parse(row.tags),
      media: media.get(row.id) ?? [],
    }));
  };

  return {
    /** Inserts a post with its media, which must be in the files already; gives its id. */
    insert(post: NewPost, hashes: string[]): number {
      const { lastInsertRowid } = insert.run(
        post.account_id,
        post.caption,
        post.visibility,
        JSON.stringify(post.tags),
        post.published_at,
        post.likes,
        post.comments,
        post.views,
        post.earnings_cents,
        post.origin,
        post.fingerprint,
        post.idempotency_key,
      );
      for (const [position, hash] of hashes.entries()) attach.run(lastInsertRowid, position, hash);
      return Number(lastInsertRowid);
    },
    remove: (id: number) => void remove.run(id),
    find(id: number): Post | undefined {
      const row = one<Row>(find, id);
      return row && withMedia([row])[0];
    },
    findByKey(accountId: number, key: string): Post | undefined {
      const row = one<Row>(findByKey, accountId, key);
      return row && withMedia([row])[0];
    },
    /** One page, newest first, counted from 1, and the number of all posts that may be seen. */
    page(accountId: number, options: { page: number; size: number; asOwner: boolean }) {
      const asOwner = options.asOwner ? 1 : 0;
      const offset = (options.page - 1) * options.size;
      return {
        posts: withMedia(all<Row>(page, accountId, asOwner, options.size, offset)),
        total: one<{ count: number }>(count, accountId, asOwner)?.count ?? 0,
      };
    },
    /** The number of all posts of an account. */
    count: (accountId: number) => one<{ count: number }>(count, accountId, 1)?.count ?? 0,
    /** All posts, oldest first, of everybody with a username of null. */
    list: (username: string | null, origin: string | null) =>
      withMedia(all<Row>(list, username, origin)),
    countDuplicates: (username: string | null) =>
      one<{ count: number }>(countDuplicates, username)?.count ?? 0,
    potentials: (accountId: number) => all<Potential>(potentials, accountId),
  };
}

type Row = Omit<Post, "tags" | "media"> & { tags: string };
