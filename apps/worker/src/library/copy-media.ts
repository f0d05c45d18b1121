import { randomUUID } from "node:crypto";
import { createWriteStream, openAsBlob } from "node:fs";
import { rm } from "node:fs/promises";
import { join } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { AppError } from "@genie/errors";
import type { LibraryRecords } from "./library-records.ts";

type Copying = { library: LibraryRecords; folder: string; signal: AbortSignal };
export type MediaSource = {
  open: () => Promise<AsyncIterable<Uint8Array>>;
  name: string;
  maxBytes: number;
};

/**
 * Fetches a file from the platform and stores it for its owner. It lies on the disk in between, so that
 * memory does not grow with its size. Null when the platform does not give it, it is larger than
 * `maxBytes`, or it is nothing that can be stored.
 */
export async function copyMedia(
  { library, folder, signal }: Copying,
  ownerId: string,
  { name, ...source }: MediaSource,
): Promise<{ id: string; sizeBytes: number } | null> {
  const path = join(folder, randomUUID());
  try {
    if (!(await download(source, path, signal))) return null;
    const bytes = await openAsBlob(path);
    return { id: await library.upload({ ownerId, name, bytes }), sizeBytes: bytes.size };
  } catch (error) {
    if (error instanceof AppError && error.code === "invalid_input") return null;
    throw error;
  } finally {
    await rm(path, { force: true });
  }
}

/** Whether the file is whole. A platform that does not give one file may well give the next. */
async function download(
  { open, maxBytes }: Pick<MediaSource, "maxBytes" | "open">,
  path: string,
  signal: AbortSignal,
): Promise<boolean> {
  try {
    const bytes = await open();
    const file = createWriteStream(path, { mode: 0o600, flags: "wx" });
    await pipeline(Readable.from(upTo(maxBytes, bytes)), file, { signal });
    return true;
  } catch (error) {
    signal.throwIfAborted();
    if (isDiskError(error)) throw error;
    return false;
  }
}

async function* upTo(maxBytes: number, bytes: AsyncIterable<Uint8Array>) {
  let left = maxBytes;
  for await (const part of bytes) {
    left -= part.length;
    if (left < 0) throw new Error("The file is larger than it may be.");
    yield part;
  }
}

const diskErrors = new Set<unknown>(["EACCES", "EDQUOT", "ENOENT", "ENOSPC", "EROFS"]);

const isDiskError = (error: unknown) =>
  error instanceof Error && "code" in error && diskErrors.has(error.code);
