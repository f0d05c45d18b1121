import {
  lstatSync,
  readdirSync,
  renameSync,
  rmSync,
  statfsSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { isSystemError, misconfigured } from "../misconfigured.ts";

/** What stays free. */
const leastBytes = 100 * 1024 * 1024;

/**
 * Makes sure that what is in the folder `from` can take the place of the folder `to`, and that what is there can go
 * beside `from`. Throws `misconfigured` when there is no right to write there, or, where files have to be copied since
 * something is mounted there, no room.
 */
export function requireRoom(from: string, to: string): void {
  if (!needsCopy(join(from, ".."), to)) return;
  const [coming, going] = [sizeOf(from), sizeOf(to)];
  const isOneDisk = statSync(from).dev === statSync(to).dev;
  // What is there is copied away and removed, before the new comes.
  if (isOneDisk) return requireFree(to, Math.max(coming, going));
  requireFree(from, going);
  requireFree(to, coming - going);
}

/** Found out with a file of its own. */
function needsCopy(here: string, to: string): boolean {
  const name = `.probe-${process.pid}`;
  try {
    writeFileSync(join(here, name), "");
    renameSync(join(here, name), join(to, name));
    return false;
  } catch (error) {
    if (isSystemError(error, "EXDEV")) return requireWritable(to, name);
    throw notWritable(to, error);
  } finally {
    rmSync(join(here, name), { force: true });
    rmSync(join(to, name), { force: true });
  }
}

function requireWritable(to: string, name: string): true {
  try {
    writeFileSync(join(to, name), "");
    return true;
  } catch (error) {
    throw notWritable(to, error);
  }
}

const notWritable = (folder: string, error: unknown) =>
  isSystemError(error, "EACCES", "EPERM", "EROFS")
    ? misconfigured(
        `${folder} can't be written to. Nothing was changed; give yourself the right to write there, and restore again.`,
      )
    : error;

function requireFree(folder: string, bytes: number): void {
  const { bavail, bsize } = statfsSync(folder);
  const missing = bytes + leastBytes - bavail * bsize;
  if (missing <= 0) return;
  throw misconfigured(
    `The disk of ${folder} has not enough room. Nothing was changed; free ${Math.ceil(missing / 1024 / 1024)} MB there, and restore again.`,
  );
}

function sizeOf(path: string): number {
  const found = lstatSync(path);
  if (!found.isDirectory()) return found.size;
  return readdirSync(path).reduce((sum, name) => sum + sizeOf(join(path, name)), 0);
}
