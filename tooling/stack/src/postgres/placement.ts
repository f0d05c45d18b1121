import { createHash } from "node:crypto";
import {
  chmodSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  realpathSync,
  renameSync,
  rmSync,
  symlinkSync,
} from "node:fs";
import { basename, dirname, join } from "node:path";
import { isSystemError, misconfigured } from "../misconfigured.ts";
import type { Cluster } from "./cluster.ts";
import { mayAccess, type SystemUser } from "./database-user.ts";

const elsewhere = "/var/lib/genie-helper";

/**
 * Decides where the cluster and the programs are. Started by root from a place that other users cannot
 * enter (such as /root), both go to /var/lib/genie-helper, and the data folder gets a link.
 */
export function placeCluster(
  folder: string,
  home: string,
  user: SystemUser | undefined,
  otherPlace = elsewhere,
): Cluster {
  if (user === undefined) return { folder, home, user };
  try {
    return {
      folder: mayAccess(user, dirname(folder), "x") ? folder : linkedFolder(folder, otherPlace),
      home: mayAccess(user, join(home, "bin", "postgres"), "x")
        ? home
        : copiedHome(home, otherPlace),
      user,
    };
  } catch (error) {
    if (!isSystemError(error, "EACCES", "EPERM", "EROFS", "ENOSPC")) throw error;
    throw misconfigured(
      `PostgreSQL must not run as root, the user that it runs as instead cannot enter ${dirname(folder)}, and ${otherPlace} cannot be written to. Clone Genie Helper to a folder that every user can enter (such as /srv), or run it as another user than root.`,
    );
  }
}

/** Removes the cluster that a link in the data folder points to. */
export function removeLinkedCluster(folder: string): void {
  if (!lstatSync(folder, { throwIfNoEntry: false })?.isSymbolicLink()) return;
  if (existsSync(folder)) rmSync(dirname(realpathSync(folder)), { recursive: true, force: true });
  rmSync(folder, { force: true });
}

function linkedFolder(link: string, otherPlace: string): string {
  const id = createHash("sha256").update(link).digest("hex").slice(0, 12);
  const folder = join(otherPlace, id, basename(link));
  mkdirSync(dirname(folder), { recursive: true, mode: 0o711 });
  if (lstatSync(link, { throwIfNoEntry: false }) === undefined) symlinkSync(folder, link);
  return folder;
}

function copiedHome(home: string, otherPlace: string): string {
  const id = createHash("sha256").update(realpathSync(home)).digest("hex").slice(0, 12);
  const copy = join(otherPlace, `postgresql-${id}`);
  if (existsSync(copy)) return copy;
  mkdirSync(otherPlace, { recursive: true, mode: 0o755 });
  const draft = `${copy}.${process.pid}`;
  cpSync(home, draft, { recursive: true, verbatimSymlinks: true });
  letEveryoneRead(draft);
  renameSync(draft, copy);
  return copy;
}

function letEveryoneRead(folder: string): void {
  chmodSync(folder, 0o755);
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) letEveryoneRead(path);
    else if (entry.isFile()) chmodSync(path, folder.endsWith("bin") ? 0o755 : 0o644);
  }
}
