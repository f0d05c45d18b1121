import { statfs } from "node:fs/promises";
import type { Installation } from "@genie/stack";

const neededBytes = 2 * 1024 ** 3;

/** Whether there is room for what is uploaded in the next days. */
export async function checkDiskRoom({
  paths,
}: Pick<Installation, "paths">): Promise<string | null> {
  const { bavail, bsize } = await statfs(paths.root);
  const free = bavail * bsize;
  return free >= neededBytes
    ? null
    : `The disk of ${paths.root} has ${(free / 1024 ** 3).toFixed(1)} GB free. Below half a gigabyte nothing starts: free some space, or move the data folder to a larger disk.`;
}
