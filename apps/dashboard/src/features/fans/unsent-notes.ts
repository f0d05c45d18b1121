import { z } from "zod";

/** Notes that were typed and not saved yet, and what was stored when they were begun. */
export type UnsentNotes = { text: string; base: string };

const Unsent = z.object({ text: z.string(), base: z.string() });

type Place = Pick<Storage, "getItem" | "removeItem" | "setItem">;

/**
 * Where notes wait on this device until they are saved, of one person about one fan. A device that
 * stores nothing costs only what a closed page would lose.
 */
export function unsentNotes(storage: Place, viewerId: string, fanId: string) {
  const key = `genie-notes:${viewerId}:${fanId}`;
  return {
    read: (): UnsentNotes | null => {
      try {
        return Unsent.parse(JSON.parse(storage.getItem(key) ?? ""));
      } catch {
        return null;
      }
    },
    keep: (notes: UnsentNotes): void => attempt(() => storage.setItem(key, JSON.stringify(notes))),
    forget: (): void => attempt(() => storage.removeItem(key)),
  };
}

export type UnsentStore = ReturnType<typeof unsentNotes>;

function attempt(work: () => void): void {
  try {
    work();
  } catch {
    // Storage is full or forbidden; the notes are in the field all the same.
  }
}
