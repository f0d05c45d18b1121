import { mkdtemp, rm } from "node:fs/promises";
import { join } from "node:path";

/** Lends a folder of its own inside `parent`, which is gone with all that is in it when the work ends. */
export async function inWorkFolder<Result>(
  parent: string,
  work: (folder: string) => Promise<Result>,
): Promise<Result> {
  const folder = await mkdtemp(join(parent, "work-"));
  try {
    return await work(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
