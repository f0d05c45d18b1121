import { randomUUID } from "node:crypto";
import { mkdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { dirname } from "node:path";
import type { Logger } from "@genie/logger";

/** The highest number of an intent that is known, kept across restarts. */
export type IntentMemory = {
  /** Keeps it; it is on the disk, or in the log that it is not, when this resolves. Sending does not wait for that. */
  note: (intentNo: number) => Promise<void>;
  /** Null when there is none. */
  last: () => Promise<number | null>;
};

/**
 * Remembers in a file how far the database had counted, so that a database which was set back is
 * noticed before anything is sent from it. Workers may share the file: a lower number takes no higher one's place.
 */
export function intentMemory(path: string, log: Logger): IntentMemory {
  let highest = -1;
  let writing = Promise.resolve();

  async function write(): Promise<void> {
    const next = highest;
    const part = `${path}.${randomUUID()}.part`;
    try {
      if ((await readNumber(path)) >= next) return;
      await mkdir(dirname(path), { recursive: true, mode: 0o700 });
      await writeFile(part, String(next), { mode: 0o600 });
      await rename(part, path);
    } catch (err) {
      log.error({ err }, "the number of the last intent could not be written to disk");
      await rm(part, { force: true }).catch(() => undefined);
    }
  }

  return {
    note: (intentNo) => {
      if (intentNo > highest) {
        highest = intentNo;
        writing = writing.then(write);
      }
      return writing;
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
