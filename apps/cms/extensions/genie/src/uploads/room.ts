import { statfs } from "node:fs/promises";
import { refusal } from "../refusals.ts";

/** The folder where files are kept; null when that is a bucket, of which nobody knows how full it is. */
export type StorageFolder = string | null;

export async function hasRoom(folder: StorageFolder, sizeBytes: number): Promise<boolean> {
  if (folder === null) return true;
  const { bavail, bsize } = await statfs(folder);
  return bavail * bsize >= sizeBytes;
}

export function diskFull(filename: string): Error {
  return refusal(
    "INSUFFICIENT_STORAGE",
    `There is no room for ${filename} where files are kept. It was not saved, and nothing else was lost. Delete what you no longer need or ask your administrator for more room, and upload it again.`,
  );
}
