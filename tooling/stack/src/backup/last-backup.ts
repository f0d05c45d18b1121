import { readFileSync } from "node:fs";
import { z } from "zod";
import { isSystemError } from "../misconfigured.ts";
import { writeAtomically } from "../write-atomically.ts";

const LastBackup = z.object({ file: z.string(), made_at: z.iso.datetime() });
export type LastBackup = z.infer<typeof LastBackup>;

export function noteLastBackup(path: string, note: LastBackup): void {
  writeAtomically(path, `${JSON.stringify(note)}\n`);
}

/** The last backup that was made here; null when there was none. */
export function readLastBackup(path: string): LastBackup | null {
  try {
    return LastBackup.parse(JSON.parse(readFileSync(path, "utf8")));
  } catch (error) {
    if (isSystemError(error, "ENOENT")) return null;
    throw error;
  }
}
