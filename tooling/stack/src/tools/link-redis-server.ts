import { mkdirSync, rmSync, symlinkSync } from "node:fs";
import { join } from "node:path";

/**
 * Gives redis-check-rdb the name by which it is the server: Debian's redis-tools brings the whole
 * program, and only the package that also starts a service brings this name for it.
 */
export function linkRedisServer(program: string, folder: string): string {
  const link = join(folder, "redis-server");
  mkdirSync(folder, { recursive: true });
  rmSync(link, { force: true });
  symlinkSync(program, link);
  return link;
}
