import { execFileSync } from "node:child_process";
import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

export type UnusableFolder = { path: string; sentence: RegExp; remove: () => void };

/**
 * A data folder that cannot be used: on a file system of one megabyte where we may mount one, else
 * one without the right to write.
 */
export function makeUnusableFolder(): UnusableFolder {
  const path = mkdtempSync(join(tmpdir(), "genie-disk-"));
  try {
    execFileSync("mount", ["-t", "tmpfs", "-o", "size=1m", "tmpfs", path], { stdio: "ignore" });
    return {
      path,
      sentence: /has 1 MB free and Genie Helper needs 500 MB\. Free some space/,
      remove: () => {
        execFileSync("umount", [path]);
        rmSync(path, { recursive: true });
      },
    };
  } catch {
    const sentence = /cannot be written to\. Give yourself the right/;
    chmodSync(path, 0o555);
    const remove = () => rmSync(path, { recursive: true });
    // Root may write anywhere but in the kernel's own file system.
    return process.getuid?.() === 0
      ? { path: "/sys/genie", sentence, remove }
      : { path, sentence, remove };
  }
}
