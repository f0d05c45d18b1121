import { chmodSync, mkdirSync, rmSync, statfsSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { orFullDisk } from "./full-disk.ts";
import { isSystemError, misconfigured } from "./misconfigured.ts";
import type { DataPaths } from "./paths.ts";

const neededBytes = 500 * 1024 * 1024;

/** Makes the data folder; throws `misconfigured` when it cannot be written to or its disk is nearly full. */
export function prepareDataFolder(paths: DataPaths): void {
  try {
    mkdirSync(paths.root, { recursive: true });
    assertSpace(paths.root);
    const probe = join(paths.root, `.probe-${process.pid}`);
    writeFileSync(probe, "x".repeat(4096));
    rmSync(probe);
    // PostgreSQL may run as another user than we: that one may pass through, not look.
    chmodSync(paths.root, 0o711);
    for (const folder of [paths.uploads, paths.logs, paths.browser, paths.worker])
      mkdirSync(folder, { recursive: true, mode: 0o700 });
  } catch (error) {
    throw folderProblem(error, paths.root);
  }
}

function assertSpace(folder: string): void {
  const { bavail, bsize } = statfsSync(folder);
  const freeBytes = bavail * bsize;
  if (freeBytes >= neededBytes) return;
  throw misconfigured(
    `The disk of ${folder} has ${Math.floor(freeBytes / 1024 / 1024)} MB free and Genie Helper needs 500 MB. Free some space, or set GENIE_DATA_DIR to a folder on another disk.`,
  );
}

function folderProblem(error: unknown, folder: string): unknown {
  if (isSystemError(error, "EACCES", "EPERM", "EROFS")) {
    return misconfigured(
      `The data folder ${folder} cannot be written to. Give yourself the right to write there, or set GENIE_DATA_DIR to another folder.`,
    );
  }
  if (isSystemError(error, "ENOTDIR", "EEXIST")) {
    return misconfigured(
      `The data folder ${folder} is not a folder. Remove the file of that name, or set GENIE_DATA_DIR to another folder.`,
    );
  }
  return orFullDisk(
    error,
    folder,
    "Free some space, or set GENIE_DATA_DIR to a folder on another disk.",
  );
}
