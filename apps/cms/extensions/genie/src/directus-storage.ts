import type { Readable } from "node:stream";
import { importFromDirectus } from "./directus-module.ts";

/** A place where Directus keeps files; paths are as in `directus_files.filename_disk`. */
export type Disk = {
  /** Of a range, its first and its last byte. */
  read: (path: string, part?: { range: { start: number; end: number } }) => Promise<Readable>;
  write: (path: string, content: Readable, type?: string) => Promise<void>;
  stat: (path: string) => Promise<{ size: number; modified: Date }>;
  exists: (path: string) => Promise<boolean>;
  /** Every path that begins so. */
  list: (prefix: string) => AsyncIterable<string>;
  /** Replaces what is there. */
  move: (from: string, to: string) => Promise<void>;
  delete: (path: string) => Promise<void>;
  /** Puts the parts of a resumable upload together, of which all are there; `upload` is its `tus_data`. */
  finishChunkedUpload: (path: string, upload: unknown) => Promise<void>;
  /** Removes what is there of a resumable upload that is not whole; `upload` is its `tus_data`. */
  deleteChunkedUpload: (path: string, upload: unknown) => Promise<void>;
};

type Storage = { location: (name: string) => Disk };

/** The place that a file's row names in `storage`. */
export async function diskOf(storage: string): Promise<Disk> {
  return (await directusStorage()).location(storage);
}

let known: Promise<Storage> | undefined;

function directusStorage(): Promise<Storage> {
  return (known ??= findStorage());
}

async function findStorage(): Promise<Storage> {
  const { getStorage } = await importFromDirectus<{ getStorage: () => Promise<Storage> }>(
    "@directus/api/storage/index",
  );
  return getStorage();
}
