import { rm } from "node:fs/promises";

/**
 * Removes a folder that processes which are just ending may still write to: on a busy machine they need their time,
 * so it is tried again for twenty seconds, after pauses that grow.
 */
export async function removeFolder(path: string): Promise<void> {
  await rm(path, { recursive: true, force: true, maxRetries: 20 });
}
