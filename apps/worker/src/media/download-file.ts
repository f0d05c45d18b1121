import { createWriteStream } from "node:fs";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { AppError } from "@genie/errors";

/**
 * Writes a stored file to a path. Throws the signal's reason, what `open` throws, or `upstream_unavailable`
 * when the disk of the worker has no room.
 */
export async function downloadFile(
  open: () => Promise<ReadableStream<Uint8Array>>,
  path: string,
  signal: AbortSignal,
): Promise<void> {
  const bytes = await open();
  try {
    await pipeline(Readable.from(bytes), createWriteStream(path, { mode: 0o600, flags: "wx" }), {
      signal,
    });
  } catch (cause) {
    signal.throwIfAborted();
    throw isDiskFull(cause) ? noRoom(cause) : cutOff(cause);
  }
}

const isDiskFull = (error: unknown) =>
  error instanceof Error && "code" in error && ["EDQUOT", "ENOSPC"].includes(String(error.code));

const noRoom = (cause: unknown) =>
  new AppError(
    "upstream_unavailable",
    "There is no room left on the server's disk. Nothing was made; it works again when there is room.",
    { cause },
  );

const cutOff = (cause: unknown) =>
  new AppError(
    "upstream_unavailable",
    "The file did not arrive whole. Nothing was made; it is tried again.",
    { cause },
  );
