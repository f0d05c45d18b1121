import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { mkdir, open, readFile, rename, rm } from "node:fs/promises";
import { join } from "node:path";
import { all, type Database, one } from "../store/database.ts";

export type MediaKind = "image" | "video";
/** What kind of file it is; sizes in pixels are null where nobody has measured them. */
export type MediaFormat = {
  kind: MediaKind;
  mime: string;
  extension: string;
  width: number | null;
  height: number | null;
};
export type StoredFile = MediaFormat & {
  hash: string;
  base_name: string | null;
  size_bytes: number;
  has_small: 0 | 1;
};
export type FileStore = ReturnType<typeof createFileStore>;

/** Media on disk under the hash of their content, and the table that says what they are. */
export function createFileStore(database: Database, folder: string) {
  const insert = database.prepare(
    `INSERT INTO files (hash, base_name, kind, mime, extension, width, height, size_bytes, has_small)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING`,
  );
  const base = database.prepare("SELECT * FROM files WHERE base_name IS NOT NULL");
  const byAttachment = database.prepare(
    `SELECT files.*, visibility, account_id FROM attachments
     JOIN files ON hash = file_hash JOIN posts ON posts.id = post_id WHERE attachments.id = ?`,
  );
  const byHash = database.prepare("SELECT * FROM files WHERE hash = ?");
  const uploads = database.prepare("SELECT * FROM files WHERE base_name IS NULL");
  const removeUploads = database.prepare("DELETE FROM files WHERE base_name IS NULL");

  const path = (file: Pick<StoredFile, "hash" | "extension">) =>
    join(folder, `${file.hash}.${file.extension}`);
  const smallPath = (hash: string) => join(folder, `${hash}-small.jpg`);

  return {
    path,
    smallPath,
    /** Puts the bytes on the disk, for good once it returns, and gives the row to insert. */
    async write(bytes: Buffer, format: MediaFormat, baseName?: string): Promise<StoredFile> {
      const hash = createHash("sha256").update(bytes).digest("hex");
      const hasSmall = format.kind === "image" ? 1 : 0;
      const file: StoredFile = {
        ...format,
        hash,
        base_name: baseName ?? null,
        size_bytes: bytes.length,
        has_small: hasSmall,
      };
      if (!existsSync(path(file))) await writeDurably(path(file), bytes);
      return file;
    },
    insert(file: StoredFile): void {
      const { kind, mime, extension, width, height } = file;
      const values = [kind, mime, extension, width, height, file.size_bytes, file.has_small];
      insert.run(file.hash, file.base_name, ...values);
    },
    read: (file: Pick<StoredFile, "hash" | "extension">) => readFile(path(file)),
    /** The generated media whose files are still there. */
    base: () => all<StoredFile>(base).filter((file) => existsSync(path(file))),
    byHash: (hash: string) => one<StoredFile>(byHash, hash),
    /** The file behind a post's attachment, with what decides who may see it. */
    byAttachment: (id: number) =>
      one<StoredFile & { visibility: string; account_id: number }>(byAttachment, id),
    /** Forgets what people uploaded. Posts must be gone before. */
    async removeUploads(): Promise<void> {
      const files = all<StoredFile>(uploads);
      removeUploads.run();
      for (const file of files) {
        await rm(path(file), { force: true });
        await rm(smallPath(file.hash), { force: true });
      }
    },
    ensureFolder: () => mkdir(folder, { recursive: true }),
  };
}

async function writeDurably(path: string, bytes: Buffer): Promise<void> {
  const unfinished = `${path}.${process.pid}-${performance.now()}`;
  const handle = await open(unfinished, "w");
  try {
    await handle.writeFile(bytes);
    await handle.sync();
  } finally {
    await handle.close();
  }
  await rename(unfinished, path);
  const folder = await open(join(path, ".."), "r");
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}
