import type { Readable } from "node:stream";
import type { Disk } from "./directus-storage.ts";
import { refusal } from "./refusals.ts";

/**
 * Writes a file in one piece: what was there stays until all of it has arrived, and nothing half-written is
 * left when it does not. Answers its size in bytes. Throws what the stream fails with.
 */
export async function storeWhole(
  disk: Pick<Disk, "delete" | "move" | "stat" | "write">,
  {
    path,
    partPath,
    type,
    stream,
  }: { path: string; partPath: string; type: string; stream: Readable },
): Promise<number> {
  try {
    await disk.write(partPath, stream, type);
    const { size } = await disk.stat(partPath);
    await disk.move(partPath, path);
    return size;
  } catch (error) {
    // What was not written can't be deleted; what matters is why.
    await disk.delete(partPath).catch(() => undefined);
    if (!isDiskFull(error)) throw error;
    throw refusal(
      "INSUFFICIENT_STORAGE",
      "There is no room left where files are kept. Nothing was changed; it works again when there is room.",
    );
  }
}

const isDiskFull = (error: unknown) =>
  error instanceof Error && "code" in error && ["EDQUOT", "ENOSPC"].includes(String(error.code));
