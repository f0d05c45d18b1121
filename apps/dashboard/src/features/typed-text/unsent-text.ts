import { z } from "zod";
import { typedPrefix } from "#features/device/forget-typed.ts";
import { keptHere } from "#features/device/kept-here.ts";

/** Words that were typed and not saved yet, and what was stored when they were begun. */
export type UnsentText = { text: string; base: string };

export type UnsentStore = {
  read: () => UnsentText | null;
  keep: (words: UnsentText) => void;
  forget: () => void;
};

const Unsent = z.object({ text: z.string(), base: z.string() });

/** Where words wait on this device until they are saved, of one person about one thing. */
export function unsentText(
  storage: Parameters<typeof keptHere>[0],
  { kind, viewerId, id }: { kind: "altText" | "caption" | "notes"; viewerId: string; id: string },
): UnsentStore {
  return keptHere(storage, `${typedPrefix(kind)}${viewerId}:${id}`, Unsent);
}

/** Keeps nothing: who shows the field keeps what is not saved yet, if at all. */
export const keptNowhere: UnsentStore = {
  read: () => null,
  keep: () => undefined,
  forget: () => undefined,
};
