import { execFileSync, spawnSync } from "node:child_process";
import { statSync } from "node:fs";
import { isSystemError } from "../misconfigured.ts";

export type SystemUser = { uid: number; gid: number };

/**
 * The user that PostgreSQL runs as: ourselves, or, since it refuses root, the owner of the existing
 * cluster, else the system's `postgres` or `nobody`.
 */
export function databaseUser(cluster: string): SystemUser | undefined {
  if (process.getuid?.() !== 0) return undefined;
  return (
    ownerOf(cluster) ?? userNamed("postgres") ?? userNamed("nobody") ?? { uid: 65_534, gid: 65_534 }
  );
}

/** True when the user may enter the folder (`x`), or also write to it (`w`). */
export function mayAccess(user: SystemUser, path: string, right: "x" | "w"): boolean {
  return (
    spawnSync("/bin/sh", ["-c", `test -${right} "$0"`, path], { ...user, cwd: "/" }).status === 0
  );
}

function ownerOf(folder: string): SystemUser | undefined {
  try {
    const { uid, gid } = statSync(folder);
    return uid === 0 ? undefined : { uid, gid };
  } catch (error) {
    if (isSystemError(error, "ENOENT")) return undefined;
    throw error;
  }
}

function userNamed(name: string): SystemUser | undefined {
  try {
    const id = (flag: string) =>
      Number(
        execFileSync("id", [flag, name], { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] }),
      );
    return { uid: id("-u"), gid: id("-g") };
  } catch {
    return undefined;
  }
}
