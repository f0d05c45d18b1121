import { randomUUID } from "node:crypto";
import { createWriteStream, openAsBlob } from "node:fs";
import { rm } from "node:fs/promises";
import { join } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { PageDriver } from "@genie/browser-client";
import { AppError } from "@genie/errors";
import type { LibraryRecords } from "./library-records.ts";

type Copying = { library: LibraryRecords; folder: string; signal: AbortSignal };
export type MediaSource = { url: string; name: string; maxBytes: number };

/**
 * Fetches a file from the platform, with the account's session, and stores it for its owner. It lies
 * on the disk in between, so that memory does not grow with its size. Null when the
 * platform does not give it or it is nothing that can be stored.
 */
export async function copyMedia(
  { library, folder, signal }: Copying,
  { page, ownerId }: { page: PageDriver; ownerId: string },
  { url, name, maxBytes }: MediaSource,
): Promise<{ id: string; sizeBytes: number } | null> {
  const path = join(folder, randomUUID());
  try {
    if (!(await download(page, { url, maxBytes }, path, signal))) return null;
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
  page: PageDriver,
  { url, maxBytes }: Pick<MediaSource, "maxBytes" | "url">,
  path: string,
  signal: AbortSignal,
): Promise<boolean> {
  try {
    const { bytes } = await page.download(url, { maxBytes });
    const file = createWriteStream(path, { mode: 0o600, flags: "wx" });
    await pipeline(Readable.from(bytes), file, { signal });
    return true;
  } catch (error) {
    signal.throwIfAborted();
    if (isDiskError(error)) throw error;
    return false;
  }
}

const diskErrors = new Set<unknown>(["EACCES", "EDQUOT", "ENOENT", "ENOSPC", "EROFS"]);

const isDiskError = (error: unknown) =>
  error instanceof Error && "code" in error && diskErrors.has(error.code);
