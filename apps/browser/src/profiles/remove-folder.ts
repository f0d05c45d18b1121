import { rm } from "node:fs/promises";

/** Removes a folder that processes which are just ending may still write to. */
export async function removeFolder(path: string): Promise<void> {
  await rm(path, { recursive: true, force: true, maxRetries: 5 });
}
