import { readdir, rm, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { removeFolder } from "./remove-folder.ts";

const mark = "in-use";
/** Chromium's name for the one profile in a folder. */
const profileName = "Default";
/** What sites know a device by, and what need not be fetched again. Cookies, history and words typed are none of it. */
const kept = ["Cache", "Code Cache", "IndexedDB", "Local Storage", "WebStorage"];

/** Says on the disk that a profile is in use, and so may hold cookies. */
export async function markInUse(folder: string): Promise<void> {
  await writeFile(join(folder, mark), "");
}

/** True for a profile whose use has not come to a clean end. */
export async function isMarked(folder: string): Promise<boolean> {
  return (await stat(join(folder, mark)).catch(() => null)) !== null;
}

/** Leaves of a profile what may lie on the disk, and takes the mark away at last. */
export async function putAway(folder: string): Promise<void> {
  await keepOnly(folder, [profileName, mark]);
  await keepOnly(join(folder, profileName), kept);
  await rm(join(folder, mark));
}

async function keepOnly(folder: string, names: readonly string[]): Promise<void> {
  for (const name of await readdir(folder)) {
    if (!names.includes(name)) await removeFolder(join(folder, name));
  }
}
