import { mkdir, readFile, rename, writeFile } from "node:fs/promises";
import { dirname } from "node:path";
import type { Logger } from "@genie/logger";

/** The highest number of an intent that this worker has heard of, kept across restarts. */
export type IntentMemory = {
  /** Keeps it, soon: sending does not wait for the disk. */
  note: (intentNo: number) => void;
  /** Null when there is none. */
  last: () => Promise<number | null>;
};

/**
 * Remembers in a file how far the database had counted, so that a database which was set back is
 * noticed before anything is sent from it.
 */
export function intentMemory(path: string, log: Logger): IntentMemory {
  let highest = -1;
  let written = -1;
  let writing = false;

  async function write(): Promise<void> {
    if (writing) return;
    writing = true;
    try {
      await mkdir(dirname(path), { recursive: true, mode: 0o700 });
      while (written < highest) {
        const next = highest;
        await writeFile(`${path}.part`, String(next), { mode: 0o600 });
        await rename(`${path}.part`, path);
        written = next;
      }
    } catch (err) {
      log.error({ err }, "the number of the last intent could not be written to disk");
    } finally {
      writing = false;
    }
  }

  return {
    note: (intentNo) => {
      if (intentNo <= highest) return;
      highest = intentNo;
      void write();
    },
    last: async () => {
      const known = Math.max(highest, await readNumber(path));
      return known < 0 ? null : known;
    },
  };
}

async function readNumber(path: string): Promise<number> {
  const text = await readFile(path, "utf8").catch(() => "");
  return /^\d+$/.test(text) ? Number(text) : -1;
}
