import { z } from "zod";

/** Words that were typed and not saved yet, and what was stored when they were begun. */
export type UnsentText = { text: string; base: string };

const Unsent = z.object({ text: z.string(), base: z.string() });

type Place = Pick<Storage, "getItem" | "removeItem" | "setItem">;

/**
 * Where words wait on this device until they are saved, of one person about one thing. A device that
 * stores nothing costs only what a closed page would lose.
 */
export function unsentText(
  storage: Place,
  { kind, viewerId, id }: { kind: "altText" | "caption" | "notes"; viewerId: string; id: string },
) {
  const key = `genie-${kind}:${viewerId}:${id}`;
  return {
    read: (): UnsentText | null => {
      try {
        return Unsent.parse(JSON.parse(storage.getItem(key) ?? ""));
      } catch {
        return null;
      }
    },
    keep: (words: UnsentText): void => attempt(() => storage.setItem(key, JSON.stringify(words))),
    forget: (): void => attempt(() => storage.removeItem(key)),
  };
}

export type UnsentStore = ReturnType<typeof unsentText>;

/** Keeps nothing: who shows the field keeps what is not saved yet, if at all. */
export const keptNowhere: UnsentStore = {
  read: () => null,
  keep: () => undefined,
  forget: () => undefined,
};

function attempt(work: () => void): void {
  try {
    work();
  } catch {
    // Storage is full or forbidden; the words are in the field all the same.
  }
}
