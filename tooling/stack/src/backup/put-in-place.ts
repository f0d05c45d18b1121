import {
  chownSync,
  cpSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
} from "node:fs";
import { basename, join } from "node:path";
import { isSystemError } from "../misconfigured.ts";

/**
 * Puts files and folders in their places. What is there goes into the folder `aside`, which is made when it is needed;
 * an empty folder alone goes away.
 */
export function putterInPlace(aside: string) {
  let isUsed = false;
  /** The folder, for what is to be kept there. */
  const folder = () => {
    if (!isUsed) mkdirSync(aside, { mode: 0o700 });
    isUsed = true;
    return aside;
  };
  return {
    folder,
    put: (from: string, to: string) => {
      const owner = ownerOf(to);
      if (holdsSomething(to)) move(to, join(folder(), basename(to)));
      else if (isThere(to)) clear(to);
      move(from, to);
      if (owner !== null) giveTo(to, owner);
    },
    /** Where something is kept: in that folder, or nowhere. */
    before: () => (isUsed ? [aside] : []),
  };
}

/** Whether there is a file, or a folder with something in it. */
export const holdsSomething = (path: string): boolean => isThere(path) && !isEmptyFolder(path);

type Owner = { uid: number; gid: number };

/** Who has what is in a place, or else the folder around it, where we may give files to others and it is not ours. */
function ownerOf(path: string): Owner | null {
  if (process.getuid?.() !== 0) return null;
  const { uid, gid } = statSync(isThere(path) ? path : join(path, ".."));
  return uid === 0 ? null : { uid, gid };
}

/** Gives a file, or a folder with all in it, to its owner: services don't run as who restores. */
function giveTo(path: string, { uid, gid }: Owner): void {
  const found = lstatSync(path);
  if (found.isSymbolicLink()) return;
  chownSync(path, uid, gid);
  if (!found.isDirectory()) return;
  for (const name of readdirSync(path)) giveTo(join(path, name), { uid, gid });
}

/** In one step; by copying where that is another disk, or a place that something is mounted to. */
function move(from: string, to: string): void {
  try {
    renameSync(from, to);
  } catch (error) {
    if (!isSystemError(error, "EXDEV", "EBUSY", "ENOTEMPTY", "EEXIST")) throw error;
    cpSync(from, to, { recursive: true, preserveTimestamps: true });
    clear(from);
  }
}

/** Removes a file or a folder; of one that something is mounted to, what is in it. */
function clear(path: string): void {
  try {
    rmSync(path, { recursive: true, force: true });
  } catch (error) {
    if (!isSystemError(error, "EBUSY")) throw error;
  }
}

const isThere = (path: string): boolean => lstatSync(path, { throwIfNoEntry: false }) !== undefined;

const isEmptyFolder = (path: string): boolean =>
  lstatSync(path).isDirectory() && readdirSync(path).length === 0;
