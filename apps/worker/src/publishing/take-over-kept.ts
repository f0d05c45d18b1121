import { constants } from "node:fs";
import { copyFile, mkdir, readdir, rm } from "node:fs/promises";
import { join } from "node:path";

/** What workers keep of publishing, in the folder of what they keep. */
export const keptPlaces = { memory: "last-intent", outcomes: "outcomes" } as const;

/**
 * Moves what a release before kept beside its downloads to where it is kept now. What is there already stays: it is newer.
 * Does nothing where both are one folder.
 */
export async function takeOverKept(from: string, to: string): Promise<void> {
  if (from === to) return;
  const outcomes = await readdir(join(from, keptPlaces.outcomes)).catch(() => []);
  const files = outcomes.map((name) => join(keptPlaces.outcomes, name));
  for (const file of [keptPlaces.memory, ...files]) {
    await mkdir(join(to, keptPlaces.outcomes), { recursive: true, mode: 0o700 });
    try {
      // They may be on two disks, where renaming is not possible.
      await copyFile(join(from, file), join(to, file), constants.COPYFILE_EXCL);
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      if (code === "ENOENT") continue;
      if (code !== "EEXIST") throw error;
    }
    await rm(join(from, file));
  }
}
